package dev.punctual.testkit.queue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A message to send.
 *
 * @param body 1 byte up to the queue's maximum, attributes included
 * @param delay whole seconds from 0 to 900; empty for the queue's own
 * @param attributes at most ten
 */
public record SendRequest(String body, Optional<Duration> delay, Map<String, MessageAttribute> attributes) {

    public SendRequest {
        attributes = Map.copyOf(attributes);
    }

    /** A message with the queue's own delay and no attributes. */
    public static SendRequest of(String body) {
        return new SendRequest(body, Optional.empty(), Map.of());
    }

    /** The same message with a delay of its own. */
    public SendRequest delayed(Duration delay) {
        return new SendRequest(body, Optional.of(delay), attributes);
    }

    /** The same message with these attributes. */
    public SendRequest with(Map<String, MessageAttribute> attributes) {
        return new SendRequest(body, delay, attributes);
    }
}
