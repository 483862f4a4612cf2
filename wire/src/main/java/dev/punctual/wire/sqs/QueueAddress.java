package dev.punctual.wire.sqs;

import java.util.Optional;

/**
 * Where a queue is.
 *
 * @param name its name
 * @param url its URL, if it is known
 */
public record QueueAddress(String name, Optional<String> url) {
}
