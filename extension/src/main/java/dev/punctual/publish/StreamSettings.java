package dev.punctual.publish;

import java.time.Duration;

import dev.punctual.retry.Backoff;

/**
 * How one stream is written.
 *
 * @param aggregation which events share a record
 * @param ordered whether no event may overtake another of its partition key
 * @param bufferEvents how many events may wait or be under way, at least 1
 * @param bufferBytes how many bytes of events likewise, at least 1; a single event may exceed it
 * @param timeout how long an event is tried, its wait for room in the buffer included
 * @param maxAttempts how often a record is sent at most, at least 1
 * @param backoff how long a record waits after it was refused
 * @param maxRecord the most bytes of a record with its partition key; Kinesis takes 1 MiB unless the stream was set otherwise
 */
public record StreamSettings(Aggregation aggregation, boolean ordered, int bufferEvents, long bufferBytes, Duration timeout,
        int maxAttempts, Backoff backoff, int maxRecord) {

    /** A record's most bytes, unless the stream is set to take more. */
    public static final int DEFAULT_MAX_RECORD = 1 << 20;

    /** Which events share a record. */
    public enum Aggregation {
        /** Each has a record of its own. */
        NONE,
        /** Those of one partition key. */
        BY_KEY,
        /** Those of one shard, while the shards are known; else those of one partition key. */
        BY_SHARD
    }

    /** Plain records in order, with the values that suit most. */
    public static final StreamSettings DEFAULT = new StreamSettings(Aggregation.NONE, true, 10_000, 8 << 20,
            Duration.ofSeconds(10), 10, new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2)), DEFAULT_MAX_RECORD);

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public StreamSettings {
        require(bufferEvents >= 1, "buffer-events must be at least 1, was " + bufferEvents);
        require(bufferBytes >= 1, "buffer-bytes must be at least 1, was " + bufferBytes);
        require(timeout.compareTo(Duration.ZERO) > 0, "timeout must be positive, was " + timeout);
        require(maxAttempts >= 1, "max-attempts must be at least 1, was " + maxAttempts);
        require(maxRecord >= 1 && maxRecord <= PutLimits.CALL_BYTES,
                "max-record-size must be 1 to " + PutLimits.CALL_BYTES + ", was " + maxRecord);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** The same with another way to share records. */
    public StreamSettings with(Aggregation newAggregation) {
        return new StreamSettings(newAggregation, ordered, bufferEvents, bufferBytes, timeout, maxAttempts, backoff, maxRecord);
    }

    /** The same, in order or not. */
    public StreamSettings ordered(boolean newOrdered) {
        return new StreamSettings(aggregation, newOrdered, bufferEvents, bufferBytes, timeout, maxAttempts, backoff,
                maxRecord);
    }

    /** The same with another buffer. */
    public StreamSettings buffer(int newEvents, long newBytes) {
        return new StreamSettings(aggregation, ordered, newEvents, newBytes, timeout, maxAttempts, backoff, maxRecord);
    }

    /** The same with another end of patience. */
    public StreamSettings patience(Duration newTimeout, int newMaxAttempts) {
        return new StreamSettings(aggregation, ordered, bufferEvents, bufferBytes, newTimeout, newMaxAttempts, backoff,
                maxRecord);
    }
}
