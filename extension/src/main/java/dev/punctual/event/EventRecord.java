package dev.punctual.event;

import java.time.Instant;

/**
 * One record of a stream or message of a queue, as it came in; parking and dead letters carry it on unchanged.
 *
 * @param source where it came from
 * @param shardId its shard, or an empty string for a queue
 * @param sequenceNumber its sequence number in the shard, or its message id in a queue
 * @param partitionKey its partition key, or an empty string for a queue
 * @param arrival when it arrived there, clamped to the past
 * @param data its bytes, not copied: nobody may change them
 */
public record EventRecord(EventSource source, String shardId, String sequenceNumber, String partitionKey, Instant arrival,
        byte[] data) {

    /** An id that is unique among all records: {@code source/shard:sequenceNumber}, {@code source/messageId}. */
    public String id() {
        return source.name() + '/' + (shardId.isEmpty() ? "" : shardId + ':') + sequenceNumber;
    }

    /** Names the record, and leaves its bytes out. */
    @Override
    public String toString() {
        return "EventRecord[" + id() + ", " + data.length + " bytes, arrived " + arrival + "]";
    }
}
