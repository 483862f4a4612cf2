package dev.punctual.runtime.readback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.wire.envelope.LambdaNotice;
import dev.punctual.wire.payload.PayloadException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Reads a shard at the local endpoint, over HTTP. */
class KinesisReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final KinesisClient kinesis = KinesisClient.builder().endpointOverride(endpoints.kinesisUri())
            .region(Region.US_EAST_1).httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .overrideConfiguration(calls -> calls.retryStrategy(retries -> retries.maxAttempts(1))).build();
    private final List<String> numbers = new ArrayList<>();
    private Instant now = NOW;
    private final KinesisReader reader = new KinesisReader(() -> kinesis, () -> now);
    private EventSource stream = new EventSource(EventSource.Kind.STREAM, "", "");
    private String shard = "";

    @BeforeEach
    void putRecords() {
        kinesis.createStream(request -> request.streamName("orders").shardCount(1));
        stream = EventSource.ofArn(kinesis.describeStreamSummary(request -> request.streamName("orders"))
                .streamDescriptionSummary().streamARN());
        for (int i = 0; i < 30; i++) {
            byte[] data = ("order-" + i).getBytes(StandardCharsets.UTF_8);
            var put = kinesis.putRecord(request -> request.streamName("orders").partitionKey("customer-7")
                    .data(SdkBytes.fromByteArray(data)));
            numbers.add(put.sequenceNumber());
            shard = put.shardId();
        }
    }

    @AfterEach
    void close() {
        kinesis.close();
        endpoints.close();
    }

    private LambdaNotice.Batch batch(int first, int last, String size) {
        return new LambdaNotice.Batch(stream, shard, numbers.get(first), numbers.get(last), size, "RetryAttemptsExhausted",
                NOW);
    }

    private static List<String> texts(Records records) {
        return records.found().stream().map(record -> new String(record.data(), StandardCharsets.UTF_8)).toList();
    }

    private static List<String> orders(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "order-" + i).toList();
    }

    @Test
    void readsTheRecordsOfABatchAndNoOthers() throws Exception {
        Records records = reader.read(batch(7, 19, "13"), now.plusSeconds(10));

        assertThat(texts(records)).isEqualTo(orders(7, 19));
        assertThat(records.rest()).isEmpty();
        EventRecord first = records.found().get(0);
        assertThat(first.id()).isEqualTo("orders/" + shard + ":" + numbers.get(7));
        assertThat(first.partitionKey()).isEqualTo("customer-7");
        assertThat(first.arrival()).isAfter(NOW.minusSeconds(86_400L * 365 * 50));
        assertThat(first.source()).isEqualTo(stream);
    }

    @Test
    void readsASingleRecord() throws Exception {
        assertThat(texts(reader.read(batch(29, 29, "1"), now.plusSeconds(10)))).containsExactly("order-29");
    }

    @Test
    void readsABatchWhoseSizeIsNotTold() throws Exception {
        assertThat(texts(reader.read(batch(0, 29, "?"), now.plusSeconds(10)))).isEqualTo(orders(0, 29));
    }

    @Test
    void saysHowManyRecordsAreNoLongerThere() throws Exception {
        Records records = reader.read(batch(20, 29, "14"), now.plusSeconds(10));

        assertThat(texts(records)).isEqualTo(orders(20, 29));
        assertThat(records.rest())
                .isEqualTo("4 of 14 records could not be read back: their retention in the stream has ended");
    }

    @Test
    void stopsWhenItsTimeIsOver() throws Exception {
        Records records = reader.read(batch(0, 29, "30"), now);

        assertThat(records.found()).isEmpty();
        assertThat(records.rest()).isEqualTo("30 of 30 records could not be read back: the function had no time left");
    }

    @Test
    void saysThatAStreamIsGone() throws Exception {
        kinesis.deleteStream(request -> request.streamName("orders"));

        Records records = reader.read(batch(0, 29, "30"), now.plusSeconds(10));

        assertThat(records.rest()).isEqualTo("the stream orders or its shard " + shard + " is gone");
    }

    @Test
    void leavesItToItsCallerWhetherAFailingCallIsRepeated() {
        endpoints.faults().order(FaultRule.at("kinesis:GetRecords", Trigger.next(1), Fault.throttle()));

        assertThatThrownBy(() -> reader.read(batch(0, 29, "30"), now.plusSeconds(10))).isInstanceOf(PayloadException.class)
                .hasMessageStartingWith("Kinesis does not give records of orders: ");
    }

    @Test
    void findsNoPartOfABatchAfterAnAnswerWasCutOff() throws Exception {
        endpoints.faults().order(FaultRule.at("kinesis:GetRecords", Trigger.next(1), Fault.cutOff()));

        assertThatThrownBy(() -> reader.read(batch(0, 29, "30"), now.plusSeconds(10))).isInstanceOf(PayloadException.class);
        assertThat(reader.read(batch(0, 29, "30"), now.plusSeconds(10)).found()).hasSize(30);
    }
}
