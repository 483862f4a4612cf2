package dev.punctual.local.conformance;

import static dev.punctual.local.conformance.Lab.refusal;
import static dev.punctual.local.conformance.Rule.rule;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** What AWS does with records that are put. */
final class KinesisRecordRules {

    private static final String LAST_HASH_KEY = BigInteger.TWO.pow(128).subtract(BigInteger.ONE).toString();

    private KinesisRecordRules() {
    }

    static List<Rule<KinesisLab>> rules() {
        return List.of(
                rule("PutRecord", "numbers the records of a shard in their order", true, lab -> {
                    String stream = lab.stream(1);
                    var first = new BigInteger(lab.put(stream, "a", "1").sequenceNumber());
                    var second = new BigInteger(lab.put(stream, "b", "2").sequenceNumber());
                    return first.compareTo(second) < 0;
                }),
                rule("PutRecord", "chooses the shard by the MD5 of the key", true, lab -> {
                    String stream = lab.stream(2);
                    List<String> chosen = new ArrayList<>();
                    List<String> expected = new ArrayList<>();
                    for (String key : List.of("a", "b", "c", "d", "größe")) {
                        chosen.add(lab.put(stream, key, "x").shardId());
                        expected.add("shardId-00000000000" + (md5(key).testBit(127) ? 1 : 0));
                    }
                    return chosen.equals(expected);
                }),
                rule("PutRecord", "prefers an explicit hash key", "shardId-000000000001", lab -> {
                    String stream = lab.stream(2);
                    return lab.client().putRecord(request -> request.streamName(stream).partitionKey("a")
                            .explicitHashKey(LAST_HASH_KEY).data(SdkBytes.fromUtf8String("x"))).shardId();
                }),
                rule("PutRecord", "takes an ARN for a name", "shardId-000000000000", lab -> {
                    String arn = lab.arn(lab.stream(1));
                    return lab.client().putRecord(request -> request.streamARN(arn).partitionKey("a")
                            .data(SdkBytes.fromUtf8String("x"))).shardId();
                }),
                rule("PutRecord", "refuses an unknown stream", "ResourceNotFoundException",
                        lab -> refusal(() -> lab.put("c-unknown", "a", "x"))),
                rule("PutRecord", "refuses a record without partition key", "ValidationException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> lab.client()
                            .putRecord(request -> request.streamName(stream).data(SdkBytes.fromUtf8String("x"))));
                }),
                rule("PutRecord", "refuses a partition key of 257 characters", "ValidationException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> lab.put(stream, "k".repeat(257), "x"));
                }),
                rule("PutRecord", "refuses an explicit hash key out of range", "InvalidArgumentException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> lab.client().putRecord(request -> request.streamName(stream).partitionKey("a")
                            .explicitHashKey(LAST_HASH_KEY + "0").data(SdkBytes.fromUtf8String("x"))));
                }),
                rule("PutRecords", "answers for each record in its place", "0 failed, 3 results", lab -> {
                    PutRecordsResponse response = putAll(lab, lab.stream(2), 3);
                    return response.failedRecordCount() + " failed, "
                            + response.records().stream().map(PutRecordsResultEntry::sequenceNumber).distinct().count()
                            + " results";
                }),
                rule("PutRecords", "takes 500 records", "0 failed", lab -> {
                    return putAll(lab, lab.stream(1), 500).failedRecordCount() + " failed";
                }),
                rule("PutRecords", "refuses 501 records", "ValidationException", lab -> {
                    String stream = lab.stream(1);
                    return refusal(() -> putAll(lab, stream, 501));
                }),
                rule("PutRecords", "refuses an unknown stream", "ResourceNotFoundException",
                        lab -> refusal(() -> putAll(lab, "c-unknown", 1))));
    }

    private static PutRecordsResponse putAll(KinesisLab lab, String stream, int count) {
        List<PutRecordsRequestEntry> entries = IntStream.range(0, count).mapToObj(i -> PutRecordsRequestEntry.builder()
                .partitionKey("k" + i).data(SdkBytes.fromUtf8String("r" + i)).build()).toList();
        return lab.client().putRecords(request -> request.streamName(stream).records(entries));
    }

    private static BigInteger md5(String key) throws Exception {
        return new BigInteger(1, MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8)));
    }
}
