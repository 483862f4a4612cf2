package dev.punctual.local.conformance;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A Kinesis client with streams that are deleted when the rule is through. */
final class KinesisLab implements Lab {

    private final KinesisClient client;
    private final List<String> streams = new ArrayList<>();

    KinesisLab(URI endpoint) {
        client = KinesisClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1).credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    KinesisClient client() {
        return client;
    }

    /** Makes a stream and waits until it can be used. */
    String stream(int shards) {
        String name = Lab.freshName();
        client.createStream(request -> request.streamName(name).shardCount(shards));
        streams.add(name);
        awaitActive(name);
        return name;
    }

    void awaitActive(String stream) {
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20))
                .until(() -> status(stream) == StreamStatus.ACTIVE);
    }

    void awaitGone(String stream) {
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20))
                .until(() -> Lab.refusal(() -> status(stream)).equals("ResourceNotFoundException"));
    }

    StreamStatus status(String stream) {
        return client.describeStreamSummary(request -> request.streamName(stream)).streamDescriptionSummary().streamStatus();
    }

    String arn(String stream) {
        return client.describeStreamSummary(request -> request.streamName(stream)).streamDescriptionSummary().streamARN();
    }

    List<Shard> shards(String stream) {
        return client.listShards(request -> request.streamName(stream)).shards();
    }

    List<Shard> openShards(String stream) {
        return shards(stream).stream().filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null).toList();
    }

    PutRecordResponse put(String stream, String key, String text) {
        return client.putRecord(request -> request.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(text)));
    }

    String iterator(String stream, String shard, Consumer<GetShardIteratorRequest.Builder> position) {
        return client.getShardIterator(request -> position.accept(request.streamName(stream).shardId(shard))).shardIterator();
    }

    String oldest(String stream) {
        return iterator(stream, "shardId-000000000000", request -> request.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
    }

    /** The texts one read returns. */
    List<String> read(String iterator) {
        return client.getRecords(request -> request.shardIterator(iterator)).records().stream().map(Record::data)
                .map(SdkBytes::asUtf8String).toList();
    }

    @Override
    public void close() {
        streams.forEach(stream -> Lab.delete(() -> client.deleteStream(request -> request.streamName(stream)),
                "ResourceNotFoundException"));
        client.close();
    }
}
