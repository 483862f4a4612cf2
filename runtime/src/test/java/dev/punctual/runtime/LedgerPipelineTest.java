package dev.punctual.runtime;

import static dev.punctual.runtime.EventPipelineFixture.NOW;
import static dev.punctual.runtime.EventPipelineFixture.failures;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.runtime.ledger.DynamoDbLedger;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.testing.Samples;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The pipeline with a ledger in DynamoDB, at the local endpoint: from Lambda's bytes to the table and back. */
class LedgerPipelineTest {

    private static final String KEY = "orders/shardId-1:7#Orders#STREAM";

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final DynamoDbClient client = DynamoDbClient.builder().endpointOverride(endpoints.dynamoDbUri())
            .region(Region.US_EAST_1).httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    private final EventPipelineFixture pipeline = new EventPipelineFixture();

    @BeforeEach
    void keepOutcomes() {
        endpoints.tables().createTable("ledger", List.of("pk"));
        pipeline.idempotency = new Idempotency.ByRecord();
        pipeline.ledger = new DynamoDbLedger(client, new DynamoDbLedger.Place("ledger", Duration.ofDays(15)),
                InstantSource.fixed(NOW), Runnable::run, (wakeUps, atMost) -> {
                }, new Random(1));
    }

    @AfterEach
    void close() {
        client.close();
        endpoints.close();
    }

    private static String delivered() {
        return "{\"Records\":[{\"eventSource\":\"aws:kinesis\",\"eventSourceARN\":\"" + Samples.STREAM_ARN
                + "\",\"eventID\":\"shardId-1:1\",\"kinesis\":{\"sequenceNumber\":\"7\",\"data\":\""
                + Base64.getEncoder().encodeToString(utf8("{\"type\":\"placed\",\"n\":7}")) + "\"}}]}";
    }

    private static String message(String queue, String body) {
        return "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:us-east-1:000000000000:" + queue
                + "\",\"messageId\":\"m-1\",\"body\":\"" + body.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}]}";
    }

    private String parkedBody() {
        return new RetryFormat(new JsonFactory()).write(pipeline.parked.get(0));
    }

    private EventEntry entry() {
        return (EventEntry) pipeline.ledger.read(List.of(KEY)).get(KEY);
    }

    @Test
    void handlesADuplicateDeliveryOnce() {
        assertThat(pipeline.handle(delivered())).isEqualTo(failures());
        assertThat(pipeline.handle(delivered())).isEqualTo(failures());

        assertThat(pipeline.calls).hasSize(1);
        assertThat(entry().state()).isEqualTo(EventState.HANDLED);
    }

    @Test
    void returnsAnEventThatAnotherProcessHasAndTakesItWhenThatOneMustBeDead() {
        // given: a process that has claimed the event until a minute from now, and died
        assertThat(pipeline.handle(delivered())).isEqualTo(failures());
        EventEntry handled = entry();
        pipeline.calls.clear();
        EventEntry claimed = new EventEntry(KEY, "dead-process", handled.deadline(), 1, 0, handled.attempts(),
                new EventState.InProgress(NOW.plusSeconds(60)));
        pipeline.ledger.write(List.of(new LedgerWrite(claimed, Optional.of(handled.token()))));

        // when, then: its lease is alive
        assertThat(pipeline.handle(delivered())).isEqualTo(failures("7"));
        assertThat(pipeline.calls).isEmpty();

        // when, then: its lease is over
        pipeline.now = NOW.plusSeconds(61);
        assertThat(pipeline.handle(delivered())).isEqualTo(failures());
        assertThat(pipeline.calls).hasSize(1);
        assertThat(entry().state()).isEqualTo(EventState.HANDLED);
    }

    @Test
    void makesALetterOfAParkedEventThatThePlatformGaveUp() {
        pipeline.handlerFails = true;
        pipeline.handle(delivered());

        assertThat(pipeline.handle(message("orders-on-failure", parkedBody()))).isEqualTo(failures());

        assertThat(pipeline.completed).extracting(DeadLetter::reason).containsExactly(Reason.ABANDONED);
        assertThat(entry().state()).isInstanceOfSatisfying(EventState.Dead.class, dead -> assertThat(dead.sent()).isTrue());
    }

    @Test
    void makesNoLetterOfAParkedEventThatWasHandledMeanwhile() {
        // given: an event that is parked, and whose message is delivered twice: to its handler, and given up
        pipeline.handlerFails = true;
        pipeline.handle(delivered());
        pipeline.handlerFails = false;
        pipeline.handle(message("orders-retry", parkedBody()));

        assertThat(pipeline.handle(message("orders-on-failure", parkedBody()))).isEqualTo(failures());

        assertThat(pipeline.completed).isEmpty();
        assertThat(entry().state()).isEqualTo(EventState.HANDLED);
    }

    @Test
    void returnsEventsWhileTheLedgerIsOutOfReach() {
        pipeline.ledger = new OutcomeLedger() {
            @Override
            public List<LedgerResult> write(List<LedgerWrite> writes) {
                return writes.stream().<LedgerResult> map(write -> new LedgerResult.Failed("down")).toList();
            }

            @Override
            public Map<String, LedgerItem> read(List<String> keys) {
                return Map.of();
            }
        };

        assertThat(pipeline.handle(delivered())).isEqualTo(failures("7"));
        assertThat(pipeline.calls).isEmpty();
    }
}
