package dev.punctual.testkit.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stream as it stood when asked; the model's streams are always ACTIVE.
 *
 * @param retention how long records stay readable, 24 h – 8,760 h
 * @param maximumRecordSize bytes of payload and partition key, 1 – 10 MiB
 * @param shards open ones, and closed ones whose records are still readable, in the order they were made
 */
public record StreamDescription(String name, String arn, Instant created, Duration retention, int maximumRecordSize,
        List<ShardDescription> shards) {

    /** How many shards take records. */
    public int openShardCount() {
        return (int) shards.stream().filter(ShardDescription::isOpen).count();
    }
}
