package dev.punctual.local.kinesis;

import java.util.List;

import dev.punctual.local.wire.Constraints;
import dev.punctual.local.wire.Operations;
import dev.punctual.local.wire.Page;
import dev.punctual.local.wire.PageToken;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.stream.ShardDescription;
import dev.punctual.testkit.stream.StreamService;

/** The operations on shards. */
final class ShardOperations {

    private final StreamService streams;

    ShardOperations(StreamService streams) {
        this.streams = streams;
    }

    void addTo(Operations operations) {
        operations.answer("ListShards", ShardShapes.ListShards.class, this::list)
                .run("SplitShard", ShardShapes.SplitShard.class, this::split)
                .run("MergeShards", ShardShapes.MergeShards.class, this::merge)
                .answer("UpdateShardCount", ShardShapes.UpdateShardCount.class, this::updateCount);
    }

    private ShardShapes.ShardsListed list(ShardShapes.ListShards in) {
        int limit = Constraints.within(in.maxResults(), 1_000, 1, 10_000, "maxResults");
        PageToken from = from(in);
        List<ShardDescription> all = ShardFilters.apply(in.shardFilter(), streams.listShards(from.list()));
        Page<ShardShapes.Shard> page = Page.of(
                all.stream().filter(shard -> shard.id().compareTo(from.last()) > 0).map(ShardShapes.Shard::of).toList(), limit);
        return new ShardShapes.ShardsListed(page.items(),
                page.hasMore() ? new PageToken(from.list(), page.last().shardId()).text() : null);
    }

    private static PageToken from(ShardShapes.ListShards in) {
        if (in.nextToken() == null) {
            return new PageToken(in.requiredStream(), in.exclusiveStartShardId() == null ? "" : in.exclusiveStartShardId());
        }
        if (in.streamName() != null || in.exclusiveStartShardId() != null) {
            throw new AwsException("InvalidArgumentException",
                    "NextToken and StreamName or ExclusiveStartShardId cannot be given together.", 400);
        }
        return PageToken.parse(in.nextToken(), "InvalidArgumentException");
    }

    private void split(ShardShapes.SplitShard in) {
        streams.splitShard(in.requiredStream(), Constraints.required(in.shardToSplit(), "shardToSplit"),
                Constraints.required(in.newStartingHashKey(), "newStartingHashKey"));
    }

    private void merge(ShardShapes.MergeShards in) {
        streams.mergeShards(in.requiredStream(), Constraints.required(in.shardToMerge(), "shardToMerge"),
                Constraints.required(in.adjacentShardToMerge(), "adjacentShardToMerge"));
    }

    private ShardShapes.ShardCountUpdated updateCount(ShardShapes.UpdateShardCount in) {
        int target = Constraints.required(in.targetShardCount(), "targetShardCount");
        String scaling = Constraints.required(in.scalingType(), "scalingType");
        if (!scaling.equals("UNIFORM_SCALING")) {
            throw Constraints.violated("'" + scaling + "'", "scalingType", "Member must be UNIFORM_SCALING");
        }
        String stream = in.requiredStream();
        int before = streams.updateShardCount(stream, target);
        return new ShardShapes.ShardCountUpdated(stream, streams.location().streamArn(stream), before, target);
    }
}
