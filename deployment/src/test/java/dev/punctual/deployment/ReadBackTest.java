package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import dev.punctual.DeadLetters;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.runtime.EventFunction;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Records that Lambda gave up on, read back by the dead-letter function, over HTTP. */
class ReadBackTest {

    private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/orders";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Calls.class, Orders.class, TestContext.class, LambdaCalls.class, LocalSqs.class,
                    LocalPayloads.class)
            .overrideConfigKey("quarkus.punctual.publisher.region", "us-east-1")
            .overrideConfigKey("quarkus.punctual.claim-check.allowed-buckets", LocalPayloads.BUCKET)
            .overrideConfigKey("quarkus.punctual.claim-check.region", "us-east-1")
            .overrideConfigKey("quarkus.punctual.encryption.region", "us-east-1")
            .setBeforeAllCustomizer(() -> {
                LocalSqs.start("orders-retry", "orders-on-failure", "orders-dead-letter");
                LocalPayloads.start();
            })
            .setAfterAllCustomizer(() -> {
                LocalPayloads.stop();
                LocalSqs.stop();
            });

    record Order(String orderId) {
    }

    @Singleton
    static class Calls {
        final List<String> seen = new CopyOnWriteArrayList<>();
    }

    @ApplicationScoped
    static class Orders {

        @Inject
        Calls calls;

        @OnEvent(stream = "orders", type = "placed")
        void placed(Order order) {
            calls.seen.add("placed " + order.orderId());
        }

        @OnDeadLetter
        void dead(Order order) {
            calls.seen.add("dead " + order.orderId());
        }
    }

    @Inject
    EventFunction function;

    @Inject
    SqsClient sqs;

    @Inject
    DeadLetters letters;

    @Inject
    Calls calls;

    @Inject
    Config config;

    @BeforeEach
    void forget() {
        calls.seen.clear();
        letters.discard(LetterFilter.ALL, new OperationOptions("a test", "it is over", false, 1_000, 1), progress -> {
        });
    }

    private KinesisClient kinesis() {
        return KinesisClient.builder().region(Region.US_EAST_1).httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(config.getValue("quarkus.punctual.publisher.endpoint-override", URI.class)).build();
    }

    private S3Client s3() {
        return S3Client.builder().region(Region.US_EAST_1).httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(config.getValue("quarkus.punctual.claim-check.endpoint-override", URI.class))
                .forcePathStyle(true).build();
    }

    private static byte[] order(String id) {
        return ("{\"type\":\"placed\",\"orderId\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private void giveUp(String message) {
        sqs.sendMessage(request -> request
                .queueUrl(sqs.getQueueUrl(queue -> queue.queueName("orders-on-failure")).queueUrl()).messageBody(message));
        assertThat(new LambdaCalls(function, sqs).ofQueue("orders-on-failure")).isEqualTo("{\"batchItemFailures\":[]}");
    }

    private List<StoredLetter> kept() {
        List<StoredLetter> kept = new ArrayList<>();
        letters.browse(LetterFilter.ALL, kept::add);
        return kept;
    }

    private static String notice(String shard, String first, String last, int size) {
        return "{\"requestContext\":{\"condition\":\"RetryAttemptsExhausted\"},\"version\":\"1.0\",\"KinesisBatchInfo\":"
                + "{\"shardId\":\"" + shard + "\",\"startSequenceNumber\":\"" + first + "\",\"endSequenceNumber\":\"" + last
                + "\",\"batchSize\":" + size + ",\"streamArn\":\"" + ARN + "\"}}";
    }

    @Test
    void recordsThatAreStillInTheirStreamAreLettersThatCanBeReplayed() {
        List<PutRecordResponse> put = new ArrayList<>();
        try (KinesisClient kinesis = kinesis()) {
            kinesis.createStream(request -> request.streamName("orders").shardCount(1));
            for (int i = 0; i < 3; i++) {
                SdkBytes data = SdkBytes.fromByteArray(order("o-" + i));
                put.add(kinesis.putRecord(request -> request.streamName("orders").partitionKey("k").data(data)));
            }
        }

        giveUp(notice(put.get(0).shardId(), put.get(1).sequenceNumber(), put.get(2).sequenceNumber(), 2));

        assertThat(calls.seen).containsExactlyInAnyOrder("dead o-1", "dead o-2");
        assertThat(kept()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.letter().reason()).isEqualTo(Reason.ABANDONED);
            assertThat(letter.letter().handler()).isEqualTo("Orders.placed");
            assertThat(letter.letter().type()).isEqualTo("placed");
            assertThat(letter.letter().detail()).contains("RetryAttemptsExhausted").contains("may have been handled");
            assertThat(letter.data()).isInstanceOf(LetterData.Encrypted.class);
        });
        letters.redrive(LetterFilter.ALL, OperationOptions.by("a test"), progress -> {
        });
        new LambdaCalls(function, sqs).ofQueue("orders-retry");
        assertThat(calls.seen).contains("placed o-1", "placed o-2").doesNotContain("placed o-0");
    }

    @Test
    void recordsThatAreNowhereAreALetterThatSaysSo() {
        giveUp(notice("shardId-000000000099", "49590338271490256608559692538361571095921575989136588898",
                "49590338271490256608559692538361571095921575989136588899", 2));

        assertThat(kept()).singleElement().satisfies(letter -> {
            assertThat(letter.letter().reason()).isEqualTo(Reason.ABANDONED);
            assertThat(letter.data()).isInstanceOf(LetterData.Missing.class);
            assertThat(letter.letter().detail()).startsWith("Lambda gave up 2 records of shard shardId-000000000099")
                    .endsWith("is gone");
            assertThat(letter.letter().event().attributes()).containsKey("notice");
        });
        assertThat(letters.redrive(LetterFilter.ALL, OperationOptions.by("a test"), progress -> {
        }).failures()).singleElement().asString().contains("cannot be redriven, its bytes are missing");
    }

    @Test
    void recordsThatLambdaPutIntoABucketAreLetters() {
        String event = "{\"Records\":[{\"kinesis\":{\"partitionKey\":\"k\",\"sequenceNumber\":\"77\",\"data\":\""
                + java.util.Base64.getEncoder().encodeToString(order("o-7"))
                + "\",\"approximateArrivalTimestamp\":1545084650.987},\"eventSource\":\"aws:kinesis\","
                + "\"eventID\":\"shardId-000000000006:77\",\"eventSourceARN\":\"" + ARN + "\"}]}";
        String invocation = "{\"requestContext\":{\"condition\":\"RetryAttemptsExhausted\"},\"payload\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(event)) + "\"}";
        try (S3Client s3 = s3()) {
            s3.putObject(request -> request.bucket(LocalPayloads.BUCKET).key("aws/lambda/x"),
                    RequestBody.fromString(invocation));
        }

        giveUp("{\"Records\":[{\"eventSource\":\"aws:s3\",\"s3\":{\"bucket\":{\"name\":\"" + LocalPayloads.BUCKET
                + "\"},\"object\":{\"key\":\"aws/lambda/x\"}}}]}");

        assertThat(calls.seen).containsExactly("dead o-7");
        assertThat(kept()).singleElement().satisfies(letter -> {
            assertThat(letter.letter().event().sequenceNumber()).isEqualTo("77");
            assertThat(letters.data(letter)).isEqualTo(order("o-7"));
        });
    }
}
