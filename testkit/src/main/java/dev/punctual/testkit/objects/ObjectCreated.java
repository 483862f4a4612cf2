package dev.punctual.testkit.objects;

import java.time.Instant;

/**
 * An object was put into a bucket.
 *
 * @param at when
 * @param number tells the order of events, above zero
 */
public record ObjectCreated(String bucket, StoredObject object, Instant at, long number) {
}
