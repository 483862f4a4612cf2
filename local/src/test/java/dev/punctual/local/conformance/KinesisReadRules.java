package dev.punctual.local.conformance;

import static dev.punctual.local.conformance.Lab.refusal;
import static dev.punctual.local.conformance.Rule.rule;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AFTER_SEQUENCE_NUMBER;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AT_SEQUENCE_NUMBER;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AT_TIMESTAMP;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.LATEST;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.TRIM_HORIZON;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/** What AWS does when shards are read. */
final class KinesisReadRules {

    private static final String SHARD = "shardId-000000000000";

    private KinesisReadRules() {
    }

    static List<Rule<KinesisLab>> rules() {
        return List.of(
                rule("GetShardIterator", "starts at TRIM_HORIZON with the oldest", "[1, 2]", lab -> {
                    String stream = withTwo(lab);
                    return lab.read(lab.iterator(stream, SHARD, request -> request.shardIteratorType(TRIM_HORIZON)));
                }),
                rule("GetShardIterator", "starts at LATEST after the newest", "[3]", lab -> {
                    String stream = withTwo(lab);
                    String latest = lab.iterator(stream, SHARD, request -> request.shardIteratorType(LATEST));
                    lab.put(stream, "k", "3");
                    return lab.read(latest);
                }),
                rule("GetShardIterator", "starts at a sequence number", "[2]", lab -> {
                    String stream = withTwo(lab);
                    String number = lab.client().getRecords(request -> request.shardIterator(lab.oldest(stream))).records()
                            .get(1).sequenceNumber();
                    return lab.read(lab.iterator(stream, SHARD,
                            request -> request.shardIteratorType(AT_SEQUENCE_NUMBER).startingSequenceNumber(number)));
                }),
                rule("GetShardIterator", "starts after a sequence number", "[2]", lab -> {
                    String stream = lab.stream(1);
                    String number = lab.put(stream, "k", "1").sequenceNumber();
                    lab.put(stream, "k", "2");
                    return lab.read(lab.iterator(stream, SHARD,
                            request -> request.shardIteratorType(AFTER_SEQUENCE_NUMBER).startingSequenceNumber(number)));
                }),
                rule("GetShardIterator", "starts at a timestamp", "[1, 2]", lab -> {
                    String stream = withTwo(lab);
                    Instant early = Instant.now().minusSeconds(60);
                    return lab.read(lab.iterator(stream, SHARD,
                            request -> request.shardIteratorType(AT_TIMESTAMP).timestamp(early)));
                }),
                rule("GetShardIterator", "refuses a timestamp in the future", "InvalidArgumentException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> lab.iterator(stream, SHARD, request -> request.shardIteratorType(AT_TIMESTAMP)
                            .timestamp(Instant.now().plusSeconds(3_600))));
                }),
                rule("GetShardIterator", "refuses to start at no sequence number", "InvalidArgumentException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> lab.iterator(stream, SHARD, request -> request.shardIteratorType(AT_SEQUENCE_NUMBER)));
                }),
                rule("GetShardIterator", "refuses an unknown shard", "ResourceNotFoundException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> lab.iterator(stream, "shardId-000000000009",
                            request -> request.shardIteratorType(TRIM_HORIZON)));
                }),
                rule("GetRecords", "returns bytes, key and time of arrival", "[-1, 0, 127], key, just now", lab -> {
                    String stream = lab.stream(1);
                    byte[] bytes = { -1, 0, 127 };
                    lab.client().putRecord(request -> request.streamName(stream).partitionKey("key")
                            .data(SdkBytes.fromByteArray(bytes)));
                    Record record = lab.client().getRecords(request -> request.shardIterator(lab.oldest(stream))).records()
                            .get(0);
                    Duration age = Duration.between(record.approximateArrivalTimestamp(), Instant.now()).abs();
                    return Arrays.toString(record.data().asByteArray()) + ", " + record.partitionKey() + ", "
                            + (age.compareTo(Duration.ofSeconds(10)) < 0 ? "just now" : age.toString());
                }),
                rule("GetRecords", "returns no more than asked for, and goes on there", "[1] then [2]", lab -> {
                    String stream = withTwo(lab);
                    GetRecordsResponse first = lab.client()
                            .getRecords(request -> request.shardIterator(lab.oldest(stream)).limit(1));
                    return first.records().stream().map(record -> record.data().asUtf8String()).toList() + " then "
                            + lab.read(first.nextShardIterator());
                }),
                rule("GetRecords", "tells that it has caught up", "0 ms behind", lab -> {
                    String stream = withTwo(lab);
                    return lab.client().getRecords(request -> request.shardIterator(lab.oldest(stream))).millisBehindLatest()
                            + " ms behind";
                }),
                rule("GetRecords", "ends a closed shard with its children", "[shardId-000000000001, shardId-000000000002]",
                        lab -> {
                            String stream = KinesisShardRules.split(lab);
                            GetRecordsResponse end = lab.client()
                                    .getRecords(request -> request.shardIterator(lab.oldest(stream)));
                            return end.nextShardIterator() == null
                                    ? end.childShards().stream().map(ChildShard::shardId).toList()
                                    : "goes on";
                        }),
                rule("GetRecords", "refuses to return 10,001", "ValidationException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> lab.client()
                            .getRecords(request -> request.shardIterator(lab.oldest(stream)).limit(10_001)));
                }),
                rule("GetRecords", "refuses an iterator that is none", "InvalidArgumentException",
                        lab -> refusal(() -> lab.read("bm8gaXRlcmF0b3I="))));
    }

    private static String withTwo(KinesisLab lab) {
        String stream = lab.stream(1);
        lab.put(stream, "k", "1");
        lab.put(stream, "k", "2");
        return stream;
    }
}
