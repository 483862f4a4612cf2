package dev.punctual.local.conformance;

import static dev.punctual.local.conformance.Lab.refusal;
import static dev.punctual.local.conformance.Rule.rule;

import java.util.List;
import java.util.stream.Stream;

import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.StreamDescription;

/** What AWS does with streams. */
final class KinesisStreamRules {

    private static final String ALL_HASH_KEYS = "0 to 340282366920938463463374607431768211455";

    private KinesisStreamRules() {
    }

    static List<Rule<KinesisLab>> rules() {
        return List.of(
                rule("CreateStream", "opens the shards asked for", 3, lab -> lab.openShards(lab.stream(3)).size()),
                rule("CreateStream", "refuses a name that is taken", "ResourceInUseException", lab -> {
                    String taken = lab.stream(1);
                    return refusal(() -> lab.client().createStream(request -> request.streamName(taken).shardCount(1)));
                }),
                rule("DeleteStream", "takes the stream away", "gone", lab -> {
                    String stream = lab.stream(1);
                    lab.client().deleteStream(request -> request.streamName(stream));
                    lab.awaitGone(stream);
                    return "gone";
                }),
                rule("DeleteStream", "refuses an unknown stream", "ResourceNotFoundException",
                        lab -> refusal(() -> lab.client().deleteStream(request -> request.streamName("c-unknown")))),
                rule("DescribeStream", "tells shards that cover all hash keys", ALL_HASH_KEYS, lab -> {
                    List<Shard> shards = describe(lab, lab.stream(2)).shards();
                    return shards.get(0).hashKeyRange().startingHashKey() + " to "
                            + shards.get(1).hashKeyRange().endingHashKey();
                }),
                rule("DescribeStream", "tells no more shards than asked for", "1, more: true", lab -> {
                    String stream = lab.stream(2);
                    StreamDescription page = lab.client().describeStream(request -> request.streamName(stream).limit(1))
                            .streamDescription();
                    return page.shards().size() + ", more: " + page.hasMoreShards();
                }),
                rule("DescribeStream", "takes an ARN for a name", true, lab -> {
                    String stream = lab.stream(1);
                    String arn = lab.arn(stream);
                    return lab.client().describeStream(request -> request.streamARN(arn)).streamDescription().streamName()
                            .equals(stream);
                }),
                rule("DescribeStreamSummary", "tells how many shards are open", "2, ACTIVE, 24 h", lab -> {
                    String stream = lab.stream(2);
                    var summary = lab.client().describeStreamSummary(request -> request.streamName(stream))
                            .streamDescriptionSummary();
                    return summary.openShardCount() + ", " + summary.streamStatus() + ", " + summary.retentionPeriodHours()
                            + " h";
                }),
                rule("ListStreams", "tells names in their order, page by page", true, KinesisStreamRules::pagesOfStreams),
                rule("ListShards", "tells shards page by page", "[1, 1]", lab -> {
                    String stream = lab.stream(2);
                    ListShardsResponse first = lab.client()
                            .listShards(request -> request.streamName(stream).maxResults(1));
                    ListShardsResponse second = lab.client().listShards(request -> request.nextToken(first.nextToken()));
                    return List.of(first.shards().size(), second.shards().size());
                }),
                rule("ListShards", "tells open shards only at LATEST", "[shardId-000000000001, shardId-000000000002]",
                        lab -> {
                            String stream = KinesisShardRules.split(lab);
                            return lab.client()
                                    .listShards(request -> request.streamName(stream)
                                            .shardFilter(filter -> filter.type(ShardFilterType.AT_LATEST)))
                                    .shards().stream().map(Shard::shardId).toList();
                        }),
                rule("ListShards", "refuses a name beside a token", "InvalidArgumentException", lab -> {
                    String stream = lab.stream(2);
                    String token = lab.client().listShards(request -> request.streamName(stream).maxResults(1)).nextToken();
                    return refusal(() -> lab.client().listShards(request -> request.streamName(stream).nextToken(token)));
                }));
    }

    private static Object pagesOfStreams(KinesisLab lab) {
        List<String> made = List.of(lab.stream(1), lab.stream(1)).stream().sorted().toList();
        var first = lab.client().listStreams(request -> request.limit(1));
        var rest = lab.client().listStreams(
                request -> request.exclusiveStartStreamName(first.streamNames().get(0)).limit(100));
        List<String> ours = Stream.concat(first.streamNames().stream(), rest.streamNames().stream())
                .filter(made::contains).toList();
        return first.hasMoreStreams() && first.streamNames().size() == 1 && ours.equals(made);
    }

    private static StreamDescription describe(KinesisLab lab, String stream) {
        return lab.client().describeStream(request -> request.streamName(stream)).streamDescription();
    }
}
