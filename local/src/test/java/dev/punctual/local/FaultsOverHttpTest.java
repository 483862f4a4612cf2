package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.RequestThrottledException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class FaultsOverHttpTest {

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final KinesisClient kinesis = Clients.kinesis(endpoints);
    private final SqsClient sqs = Clients.sqs(endpoints);
    private String queue;

    @BeforeEach
    void prepare() {
        endpoints.streams().createStream("orders", 1);
        queue = sqs.createQueue(request -> request.queueName("retries")).queueUrl();
    }

    @AfterEach
    void close() {
        kinesis.close();
        sqs.close();
        endpoints.close();
    }

    @Test
    void throttlesAsAwsDoesAndThenGoesOn() {
        order("kinesis:PutRecord", Trigger.next(1), Fault.throttle());
        order("sqs:SendMessage", Trigger.next(1), Fault.throttle());

        assertThatThrownBy(this::put).isInstanceOf(ProvisionedThroughputExceededException.class);
        assertThatThrownBy(() -> sqs.sendMessage(request -> request.queueUrl(queue).messageBody("body")))
                .isInstanceOf(RequestThrottledException.class);

        put();
        assertThat(sqs.sendMessage(request -> request.queueUrl(queue).messageBody("body")).messageId()).isNotEmpty();
    }

    @Test
    void failsWithTheStatusThatWasOrdered() {
        order("kinesis:PutRecord", Trigger.always(), Fault.internalFailure());

        assertThatThrownBy(this::put).isInstanceOfSatisfying(KinesisException.class, failure -> {
            assertThat(failure.statusCode()).isEqualTo(500);
            assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("InternalFailure");
        });
    }

    @Test
    void failsChosenRecordsOfABatchUnderStatus200() {
        order("kinesis:PutRecords", Trigger.always(), Fault.failEntries(1));

        var response = kinesis.putRecords(request -> request.streamName("orders")
                .records(IntStream.range(0, 3).mapToObj(i -> PutRecordsRequestEntry.builder().partitionKey("k")
                        .data(SdkBytes.fromUtf8String("r" + i)).build()).toList()));

        assertThat(response.failedRecordCount()).isEqualTo(1);
        assertThat(response.records()).extracting(PutRecordsResultEntry::errorCode).containsExactly(null, "InternalFailure",
                null);
    }

    @Test
    void failsChosenMessagesOfABatchUnderStatus200() {
        order("sqs:SendMessageBatch", Trigger.always(), Fault.failEntries(0));

        var response = sqs.sendMessageBatch(request -> request.queueUrl(queue)
                .entries(IntStream.range(0, 2).mapToObj(
                        i -> SendMessageBatchRequestEntry.builder().id("m" + i).messageBody("body").build()).toList()));

        assertThat(response.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.id()).isEqualTo("m0");
            assertThat(failed.senderFault()).isFalse();
        });
        assertThat(response.successful()).singleElement().satisfies(sent -> assertThat(sent.id()).isEqualTo("m1"));
    }

    @Test
    void holdsManyAnswersBackAtOnceWithoutAThreadForEach() {
        order("kinesis:PutRecord", Trigger.always(), Fault.latency(Duration.ofSeconds(2)));
        ExecutorService callers = Executors.newFixedThreadPool(48);

        Instant start = Instant.now();
        List<CompletableFuture<Duration>> calls = IntStream.range(0, 48).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            put();
            return Duration.between(start, Instant.now());
        }, callers)).toList();
        List<Duration> took = calls.stream().map(CompletableFuture::join).toList();
        callers.shutdown();

        assertThat(took).as("16 threads that wait would take 6 s for 48 calls")
                .allSatisfy(duration -> assertThat(duration).isBetween(Duration.ofMillis(1_990), Duration.ofSeconds(5)));
    }

    private void order(String operation, Trigger trigger, Fault fault) {
        endpoints.faults().order(FaultRule.at(operation, trigger, fault));
    }

    private void put() {
        kinesis.putRecord(
                request -> request.streamName("orders").partitionKey("k").data(SdkBytes.fromUtf8String("x")));
    }
}
