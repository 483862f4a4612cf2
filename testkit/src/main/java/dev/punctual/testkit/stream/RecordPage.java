package dev.punctual.testkit.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one read of a shard returned.
 *
 * @param nextIterator where to go on; empty at the end of a closed shard
 * @param behindLatest how far the read is from the tip of the shard; zero when it has caught up
 * @param childShards at the end of a closed shard the shards that follow it, else none
 */
public record RecordPage(List<StreamRecord> records, Optional<String> nextIterator, Duration behindLatest,
        List<ShardDescription> childShards) {
}
