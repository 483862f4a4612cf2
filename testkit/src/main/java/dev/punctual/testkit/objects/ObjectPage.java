package dev.punctual.testkit.objects;

import java.util.List;

/**
 * Some of a bucket's objects, by their keys.
 *
 * @param truncated whether there are more
 */
public record ObjectPage(List<StoredObject> objects, boolean truncated) {
}
