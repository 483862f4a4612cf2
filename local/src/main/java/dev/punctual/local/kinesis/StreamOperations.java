package dev.punctual.local.kinesis;

import java.util.List;
import java.util.Map;

import dev.punctual.local.wire.Constraints;
import dev.punctual.local.wire.Operations;
import dev.punctual.local.wire.Page;
import dev.punctual.local.wire.PageToken;
import dev.punctual.testkit.stream.StreamDescription;
import dev.punctual.testkit.stream.StreamService;

/** The operations on streams. */
final class StreamOperations {

    private static final String ACTIVE = "ACTIVE";
    private static final String NONE = "NONE";
    private static final List<Object> NO_METRICS = List.of(Map.of("ShardLevelMetrics", List.of()));

    private final StreamService streams;

    StreamOperations(StreamService streams) {
        this.streams = streams;
    }

    void addTo(Operations operations) {
        operations.run("CreateStream", StreamShapes.CreateStream.class, this::create)
                .run("DeleteStream", StreamShapes.Named.class, in -> streams.deleteStream(in.requiredStream()))
                .answer("DescribeStream", StreamShapes.DescribeStream.class, this::describe)
                .answer("DescribeStreamSummary", StreamShapes.Named.class, this::summarise)
                .answer("ListStreams", StreamShapes.ListStreams.class, this::list);
    }

    private void create(StreamShapes.CreateStream in) {
        String name = Constraints.required(in.streamName(), "streamName");
        StreamShapes.StreamModeDetails mode = in.streamModeDetails();
        if (mode != null && !StreamShapes.StreamModeDetails.PROVISIONED.equals(mode)) {
            throw Constraints.violated("'" + mode.streamMode() + "'", "streamModeDetails.streamMode",
                    "Member must be PROVISIONED; the local endpoints have no other mode");
        }
        streams.createStream(name, Constraints.required(in.shardCount(), "shardCount"));
    }

    private StreamShapes.StreamDescribed describe(StreamShapes.DescribeStream in) {
        StreamDescription stream = streams.describeStream(in.requiredStream());
        int limit = Constraints.within(in.limit(), 100, 1, 10_000, "limit");
        String after = in.exclusiveStartShardId() == null ? "" : in.exclusiveStartShardId();
        Page<ShardShapes.Shard> shards = Page
                .of(stream.shards().stream().filter(shard -> shard.id().compareTo(after) > 0).map(ShardShapes.Shard::of)
                        .toList(), limit);
        return new StreamShapes.StreamDescribed(new StreamShapes.Description(stream.name(), stream.arn(), ACTIVE,
                StreamShapes.StreamModeDetails.PROVISIONED, stream.created(), stream.retention().toHours(), NONE, NO_METRICS,
                shards.items(), shards.hasMore()));
    }

    private StreamShapes.StreamSummarised summarise(StreamShapes.Named in) {
        StreamDescription stream = streams.describeStreamSummary(in.requiredStream());
        return new StreamShapes.StreamSummarised(new StreamShapes.Summary(stream.name(), stream.arn(), ACTIVE,
                StreamShapes.StreamModeDetails.PROVISIONED, stream.created(), stream.retention().toHours(), NONE, NO_METRICS,
                stream.openShardCount(), 0, stream.maximumRecordSize() / 1024));
    }

    private StreamShapes.StreamsListed list(StreamShapes.ListStreams in) {
        int limit = Constraints.within(in.limit(), 100, 1, 10_000, "limit");
        String start = in.exclusiveStartStreamName() == null ? "" : in.exclusiveStartStreamName();
        String after = in.nextToken() == null ? start : PageToken.parse(in.nextToken(), "InvalidArgumentException").last();
        Page<String> names = Page.of(streams.listStreams().stream().filter(name -> name.compareTo(after) > 0).toList(), limit);
        return new StreamShapes.StreamsListed(names.items(), names.hasMore(),
                names.hasMore() ? new PageToken("", names.last()).text() : null);
    }
}
