package dev.punctual.testkit.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A record in a shard.
 *
 * @param sequenceNumber a decimal, strictly increasing within a shard and from a shard to its children
 * @param arrival approximate arrival, to the millisecond
 * @param data the payload; must not be changed
 */
public record StreamRecord(String sequenceNumber, Instant arrival, byte[] data, String partitionKey) {

    /** Bytes that count against Kinesis' limits: payload and partition key. */
    public int size() {
        return data.length + partitionKey.getBytes(StandardCharsets.UTF_8).length;
    }
}
