package dev.punctual.local.kinesis;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.stream.HashKeyRange;
import dev.punctual.testkit.stream.ShardDescription;

/** The requests and responses of the operations on shards. */
final class ShardShapes {

    private ShardShapes() {
    }

    record ListShards(@Nullable String streamName, @Nullable String streamARN, @Nullable String nextToken,
            @Nullable Integer maxResults, @Nullable String exclusiveStartShardId, @Nullable ShardFilter shardFilter)
            implements
                OnStream {
    }

    record ShardFilter(@Nullable String type, @Nullable String shardId) {
    }

    record SplitShard(@Nullable String streamName, @Nullable String streamARN, @Nullable String shardToSplit,
            @Nullable String newStartingHashKey) implements OnStream {
    }

    record MergeShards(@Nullable String streamName, @Nullable String streamARN, @Nullable String shardToMerge,
            @Nullable String adjacentShardToMerge) implements OnStream {
    }

    record UpdateShardCount(@Nullable String streamName, @Nullable String streamARN, @Nullable Integer targetShardCount,
            @Nullable String scalingType) implements OnStream {
    }

    record ShardsListed(List<Shard> shards, @Nullable String nextToken) {
    }

    record ShardCountUpdated(String streamName, String streamARN, int currentShardCount, int targetShardCount) {
    }

    record HashKeys(String startingHashKey, String endingHashKey) {

        static HashKeys of(HashKeyRange range) {
            return new HashKeys(range.start().toString(), range.end().toString());
        }
    }

    record SequenceNumbers(String startingSequenceNumber, @Nullable String endingSequenceNumber) {
    }

    record Shard(String shardId, @Nullable String parentShardId, @Nullable String adjacentParentShardId, HashKeys hashKeyRange,
            SequenceNumbers sequenceNumberRange) {

        static Shard of(ShardDescription shard) {
            return new Shard(shard.id(), shard.parentId().orElse(null), shard.adjacentParentId().orElse(null),
                    HashKeys.of(shard.hashKeys()),
                    new SequenceNumbers(shard.startingSequenceNumber(), shard.endingSequenceNumber().orElse(null)));
        }
    }
}
