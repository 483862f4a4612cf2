package dev.punctual.local.kinesis;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Addressed;

/** The requests and responses of the operations on streams. */
final class StreamShapes {

    private StreamShapes() {
    }

    record CreateStream(@Nullable String streamName, @Nullable Integer shardCount,
            @Nullable StreamModeDetails streamModeDetails)
            implements
                Addressed {

        @Override
        public String resource() {
            return streamName == null ? "" : streamName;
        }
    }

    record StreamModeDetails(@Nullable String streamMode) {

        static final StreamModeDetails PROVISIONED = new StreamModeDetails("PROVISIONED");
    }

    /** The request of DeleteStream and DescribeStreamSummary. */
    record Named(@Nullable String streamName, @Nullable String streamARN) implements OnStream {
    }

    record DescribeStream(@Nullable String streamName, @Nullable String streamARN, @Nullable Integer limit,
            @Nullable String exclusiveStartShardId) implements OnStream {
    }

    record ListStreams(@Nullable String exclusiveStartStreamName, @Nullable Integer limit, @Nullable String nextToken)
            implements
                Addressed {

        @Override
        public String resource() {
            return "";
        }
    }

    record StreamDescribed(Description streamDescription) {
    }

    record Description(String streamName, String streamARN, String streamStatus, StreamModeDetails streamModeDetails,
            Instant streamCreationTimestamp, long retentionPeriodHours, String encryptionType, List<Object> enhancedMonitoring,
            List<ShardShapes.Shard> shards, boolean hasMoreShards) {
    }

    record StreamSummarised(Summary streamDescriptionSummary) {
    }

    record Summary(String streamName, String streamARN, String streamStatus, StreamModeDetails streamModeDetails,
            Instant streamCreationTimestamp, long retentionPeriodHours, String encryptionType, List<Object> enhancedMonitoring,
            int openShardCount, int consumerCount, int maxRecordSizeInKiB) {
    }

    record StreamsListed(List<String> streamNames, boolean hasMoreStreams, @Nullable String nextToken) {
    }
}
