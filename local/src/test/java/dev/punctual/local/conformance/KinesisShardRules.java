package dev.punctual.local.conformance;

import static dev.punctual.local.conformance.Lab.refusal;
import static dev.punctual.local.conformance.Rule.rule;

import java.math.BigInteger;
import java.util.List;

import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** What AWS does when shards are split, merged and counted anew. */
final class KinesisShardRules {

    private static final String FIRST = "shardId-000000000000";
    private static final String SECOND = "shardId-000000000001";
    private static final String THIRD = "shardId-000000000002";
    private static final String HALF = BigInteger.TWO.pow(127).toString();

    private KinesisShardRules() {
    }

    static List<Rule<KinesisLab>> rules() {
        return List.of(
                rule("SplitShard", "closes the shard and opens two children", "[" + FIRST + ", " + FIRST + "]",
                        lab -> lab.openShards(split(lab)).stream().map(Shard::parentShardId).toList()),
                rule("SplitShard", "starts the second child at the new hash key", HALF,
                        lab -> lab.openShards(split(lab)).get(1).hashKeyRange().startingHashKey()),
                rule("SplitShard", "refuses a hash key outside of the shard", "InvalidArgumentException", lab -> {
                    String stream = lab.stream(2);
                    return refusal(() -> lab.client().splitShard(request -> request.streamName(stream).shardToSplit(SECOND)
                            .newStartingHashKey("1")));
                }),
                rule("SplitShard", "refuses an unknown shard", "ResourceNotFoundException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> lab.client().splitShard(request -> request.streamName(stream)
                            .shardToSplit("shardId-000000000009").newStartingHashKey(HALF)));
                }),
                rule("MergeShards", "opens a child of both", FIRST + " and " + SECOND, lab -> {
                    String stream = lab.stream(2);
                    merge(lab, stream, SECOND);
                    lab.awaitActive(stream);
                    Shard child = lab.openShards(stream).get(0);
                    return child.parentShardId() + " and " + child.adjacentParentShardId();
                }),
                rule("MergeShards", "refuses shards that do not adjoin", "InvalidArgumentException", lab -> {
                    String stream = lab.stream(3);
                    return refusal(() -> merge(lab, stream, THIRD));
                }),
                rule("UpdateShardCount", "tells the former and the new count", "2 to 4, then 4", lab -> {
                    String stream = lab.stream(2);
                    var update = lab.client().updateShardCount(
                            request -> request.streamName(stream).targetShardCount(4).scalingType(ScalingType.UNIFORM_SCALING));
                    lab.awaitActive(stream);
                    return update.currentShardCount() + " to " + update.targetShardCount() + ", then "
                            + lab.openShards(stream).size();
                }),
                rule("UpdateShardCount", "halves at most", "LimitExceededException", lab -> {
                    String stream = lab.stream(4);
                    return refusal(() -> update(lab, stream, 1));
                }),
                rule("UpdateShardCount", "doubles at most", "LimitExceededException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> update(lab, stream, 3));
                }));
    }

    /** A stream whose only shard was split in the middle. */
    static String split(KinesisLab lab) {
        String stream = lab.stream(1);
        lab.client().splitShard(request -> request.streamName(stream).shardToSplit(FIRST).newStartingHashKey(HALF));
        lab.awaitActive(stream);
        return stream;
    }

    private static void merge(KinesisLab lab, String stream, String adjacent) {
        lab.client().mergeShards(request -> request.streamName(stream).shardToMerge(FIRST).adjacentShardToMerge(adjacent));
    }

    private static void update(KinesisLab lab, String stream, int target) {
        lab.client().updateShardCount(
                request -> request.streamName(stream).targetShardCount(target).scalingType(ScalingType.UNIFORM_SCALING));
    }
}
