package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.Emits;
import dev.punctual.EventContext;
import dev.punctual.EventPublisher;
import dev.punctual.OnEvent;
import dev.punctual.OutgoingEvent;
import dev.punctual.PartitionKey;
import dev.punctual.RetryWithin;
import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.runtime.EventFunction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The whole way to the local Kinesis endpoint, which fails the first calls. */
class PublishingTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Payment.class, Orders.class, TestContext.class)
            .overrideConfigKey("quarkus.application.name", "shop")
            .overrideRuntimeConfigKey("quarkus.punctual.publisher.\"news\".aggregate", "true")
            .overrideRuntimeConfigKey("quarkus.punctual.publisher.\"news\".compression", "gzip")
            .setBeforeAllCustomizer(() -> LocalKinesis.start("payments", "news"))
            .setAfterAllCustomizer(() -> LocalKinesis.stop());

    record Order(String id, int cents) {
    }

    record Payment(@PartitionKey String order, int cents) {
    }

    @ApplicationScoped
    static class Orders {

        @Inject
        EventPublisher publisher;

        @OnEvent(stream = "orders")
        @Emits(stream = "payments", type = "due")
        @RetryWithin("9s")
        List<Payment> onOrder(Order order, EventContext context) {
            for (int i = 0; i < 20; i++) {
                publisher.publishAsync("news", OutgoingEvent.of("announced", ("news " + i).getBytes(StandardCharsets.UTF_8)));
            }
            return List.of(new Payment(order.id(), order.cents()), new Payment(order.id(), -order.cents()));
        }
    }

    @Inject
    EventFunction function;

    @Inject
    EventPublisher publisher;

    @Inject
    MeterRegistry registry;

    @ConfigProperty(name = "quarkus.punctual.publisher.endpoint-override")
    URI endpoint;

    @Test
    void whatAHandlerReturnsAndPublishesIsOnItsStreamsWhenTheFunctionAnswers() throws IOException {
        io.micrometer.core.instrument.Metrics.addRegistry(new SimpleMeterRegistry());

        String answer = invoke("{\"specversion\":\"1.0\",\"id\":\"e-1\",\"type\":\"placed\",\"correlationid\":\"journey-1\","
                + "\"data\":{\"id\":\"o-1\",\"cents\":990}}");

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        List<Record> payments = records("payments");
        assertThat(payments).hasSize(2).allMatch(record -> record.partitionKey().equals("o-1"));
        assertThat(payments).extracting(record -> record.data().asUtf8String()).satisfiesExactly(
                first -> assertThat(first).contains("\"source\":\"shop\"", "\"type\":\"due\"",
                        "\"correlationid\":\"journey-1\"",
                        "\"cents\":990"),
                second -> assertThat(second).contains("\"cents\":-990"));
        assertThat(records("news")).allMatch(record -> record.partitionKey().equals("journey-1"));
        assertThat(records("news").stream().mapToInt(PublishingTest::events).sum()).isEqualTo(20);
        assertThat(registry.get("punctual.published.events").tags("stream", "payments").counter().count()).isEqualTo(2);
        assertThat(registry.get("punctual.published.units.saved").tags("stream", "news").counter().count()).isPositive();
    }

    @Test
    void refusesAPayloadThatTheBuildDidNotKnow() {
        assertThatThrownBy(() -> publisher.publish("payments", OutgoingEvent.of("odd", new BigInteger("1"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("No codec for java.math.BigInteger")
                .hasMessageContaining("@PartitionKey");
    }

    private static int events(Record record) {
        byte[] data = record.data().asByteArray();
        try {
            return AggregatedRecord.is(data) ? AggregatedRecord.read(data).size() : 1;
        } catch (dev.punctual.spi.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    private List<Record> records(String stream) {
        List<Record> all = new ArrayList<>();
        try (KinesisClient client = KinesisClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build()) {
            client.listShards(shards -> shards.streamName(stream)).shards().forEach(shard -> {
                String iterator = client.getShardIterator(at -> at.streamName(stream).shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
                all.addAll(client.getRecords(from -> from.shardIterator(iterator)).records());
            });
        }
        return all;
    }

    private String invoke(String data) throws IOException {
        String event = "{\"Records\":[{\"eventSource\":\"aws:kinesis\",\"eventID\":\"shardId-000000000000:1\","
                + "\"eventSourceARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/orders\","
                + "\"kinesis\":{\"partitionKey\":\"1\",\"sequenceNumber\":\"1\",\"approximateArrivalTimestamp\":"
                + Instant.now().getEpochSecond() + ",\"data\":\""
                + Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)) + "\"}}]}";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer,
                new TestContext("orders-stream"));
        return answer.toString(StandardCharsets.UTF_8);
    }
}
