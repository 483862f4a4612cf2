package dev.punctual.publish;

import java.time.Instant;

import dev.punctual.event.Correlation;

/** Makes an event's bytes; safe for use by several threads. */
public interface EventSerializer {

    /**
     * An event with nothing left open.
     *
     * @param source the CloudEvents source, or an empty string for the application's own
     */
    record Complete(String id, String type, String source, Correlation correlation, String partitionKey, Instant time,
            Object payload) {
    }

    /**
     * The bytes of a record that holds the event alone.
     *
     * @throws IllegalArgumentException if there is no codec for the payload's class, or it cannot be written
     */
    byte[] serialize(String stream, Complete event);

    /** The payload's own partition key, or an empty string. */
    String partitionKey(Object payload);
}
