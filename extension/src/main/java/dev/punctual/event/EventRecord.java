package dev.punctual.event;

import java.time.Instant;
import java.util.Map;

/**
 * One event as it came in: a record of a stream, an event within an aggregated record, or a message of a queue. Parking and
 * dead letters carry it on unchanged.
 *
 * @param source where it came from
 * @param shardId its shard, or an empty string for a queue
 * @param sequenceNumber its record's sequence number in the shard, or its message id in a queue
 * @param subSequenceNumber its place in an aggregated record, from 0; {@link #ALONE} for all others
 * @param partitionKey its partition key, or an empty string for a queue
 * @param arrival when it arrived there, clamped to the past
 * @param data its bytes, not copied: nobody may change them
 * @param attributes what came beside the bytes, such as a message's attributes, by name; not copied
 */
public record EventRecord(EventSource source, String shardId, String sequenceNumber, int subSequenceNumber, String partitionKey,
        Instant arrival, byte[] data, Map<String, String> attributes) {

    /** The sub-sequence number of an event that has its record for itself. */
    public static final int ALONE = -1;

    /** An event that has its record for itself, and nothing beside it. */
    public EventRecord(EventSource source, String shardId, String sequenceNumber, String partitionKey, Instant arrival,
            byte[] data) {
        this(source, shardId, sequenceNumber, ALONE, partitionKey, arrival, data, Map.of());
    }

    /** An event within this record. */
    public EventRecord sub(int number, String key, byte[] bytes) {
        return new EventRecord(source, shardId, sequenceNumber, number, key, arrival, bytes, attributes);
    }

    /** The same event, with other bytes. */
    public EventRecord withData(byte[] bytes) {
        return new EventRecord(source, shardId, sequenceNumber, subSequenceNumber, partitionKey, arrival, bytes, attributes);
    }

    /**
     * An id that is unique among all events: {@code source/shard:sequenceNumber}, that with {@code :subSequenceNumber} within
     * an aggregate, {@code source/messageId}.
     */
    public String id() {
        return source.name() + '/' + (shardId.isEmpty() ? "" : shardId + ':') + position();
    }

    /** Its place among the events of its partition key: {@code sequenceNumber}, or that with {@code :subSequenceNumber}. */
    public String position() {
        return subSequenceNumber == ALONE ? sequenceNumber : sequenceNumber + ':' + subSequenceNumber;
    }

    /** Names the record, and leaves its bytes out. */
    @Override
    public String toString() {
        return "EventRecord[" + id() + ", " + data.length + " bytes, arrived " + arrival + "]";
    }
}
