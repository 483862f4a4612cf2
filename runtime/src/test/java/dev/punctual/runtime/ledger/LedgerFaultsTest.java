package dev.punctual.runtime.ledger;

import static dev.punctual.runtime.ledger.LedgerSamples.FREE;
import static dev.punctual.runtime.ledger.LedgerSamples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.punctual.ledger.EventEntry;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.spi.LedgerException;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class LedgerFaultsTest {

    private static final EventEntry ENTRY = entry("orders/1#Orders.onOrder", "token-1", FREE);

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private DynamoDbClient client = Tables.client(endpoints.dynamoDbUri());

    @BeforeEach
    void createTable() {
        endpoints.tables().createTable(Tables.LEDGER, List.of("pk"));
    }

    @AfterEach
    void close() {
        client.close();
        endpoints.close();
    }

    private void impatient(Duration call, Duration attempt) {
        client.close();
        client = Tables.client(endpoints.dynamoDbUri(), call, attempt);
    }

    private void order(String operation, Trigger trigger, Fault fault) {
        endpoints.faults().order(FaultRule.at("dynamodb:" + operation, trigger, fault));
    }

    private LedgerResult put() {
        return Tables.ledger(client).write(List.of(new LedgerWrite(ENTRY, Optional.empty()))).get(0);
    }

    @Test
    void showsAWriterItsOwnItemWhereTheAnswerOfItsFirstTryWasLost() {
        // given: an answer that comes too late for the client, which tries again
        impatient(Duration.ofSeconds(15), Duration.ofSeconds(2));
        order("PutItem", Trigger.next(1), Fault.latency(Duration.ofSeconds(5)));

        assertThat(put()).isEqualTo(new LedgerResult.Conflict(Optional.of(ENTRY)));
    }

    @Test
    void writesThroughThrottling() {
        order("PutItem", Trigger.next(2), Fault.throttle());

        assertThat(put()).isEqualTo(LedgerResult.WRITTEN);
    }

    @Test
    void writesThroughServerErrors() {
        order("PutItem", Trigger.next(2), Fault.internalFailure());

        assertThat(put()).isEqualTo(LedgerResult.WRITTEN);
    }

    @Test
    void failsWhereTheServerFailsForGood() {
        order("PutItem", Trigger.always(), Fault.internalFailure());

        assertThat(put()).isEqualTo(new LedgerResult.Failed("DynamoDB answered 500 InternalFailure"));
    }

    @Test
    void failsInTimeWhereTheServerHangs() {
        impatient(Duration.ofMillis(1_500), Duration.ofSeconds(1));
        order("PutItem", Trigger.always(), Fault.latency(Duration.ofSeconds(20)));
        long start = System.nanoTime();

        assertThat(put()).isEqualTo(
                new LedgerResult.Failed("DynamoDB did not answer in time (quarkus.dynamodb.api-call-timeout)"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void failsWhereNobodyListens() {
        LocalEndpoints gone = LocalEndpoints.start();
        gone.close();
        client.close();
        client = Tables.client(gone.dynamoDbUri());

        assertThat(put()).isInstanceOfSatisfying(LedgerResult.Failed.class,
                failed -> assertThat(failed.why()).startsWith("DynamoDB could not be reached"));
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> Tables.ledger(client).read(List.of("a"))).withMessageStartingWith("DynamoDB could not be");
    }

    @Test
    void saysThatTheTableIsMissingAndHowToNameAnother() {
        DynamoDbLedger ledger = new DynamoDbLedger(client, new DynamoDbLedger.Place("absent", LedgerSamples.TTL),
                () -> LedgerSamples.NOW, Runnable::run, (wakeUps, atMost) -> {
                }, () -> 1);

        assertThat(ledger.write(List.of(new LedgerWrite(ENTRY, Optional.empty())))).containsExactly(new LedgerResult.Failed(
                "the table 'absent' does not exist; create it, or name another one (quarkus.punctual.ledger.table)"));
    }

    @Test
    void asksAgainForKeysThatWereLeftOut() {
        List<LedgerWrite> all = IntStream.range(0, 90)
                .mapToObj(i -> new LedgerWrite(entry("k" + i, "token-" + i, FREE), Optional.empty())).toList();
        Tables.ledger(client).write(all);
        order("BatchGetItem", Trigger.next(2), Fault.failShare(0.5));

        assertThat(Tables.ledger(client).read(all.stream().map(write -> write.item().key()).toList())).hasSize(90);
    }

    @Test
    void saysThatItDoesNotKnowWhereKeysAreLeftOutForGood() {
        order("BatchGetItem", Trigger.always(), Fault.failEntries(0));

        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> Tables.ledger(client).read(List.of("a", "b")))
                .withMessageContaining("left out").withMessageContaining(Tables.LEDGER);
    }

    @Test
    void makesATransactionOnceWhoseAnswerWasLost() {
        impatient(Duration.ofSeconds(15), Duration.ofSeconds(2));
        endpoints.tables().createTable(Tables.EFFECTS, List.of("pk"));
        order("TransactWriteItems", Trigger.next(1), Fault.latency(Duration.ofSeconds(5)));
        DynamoDbTransaction effects = DynamoDbTransaction.of(TransactWriteItem.builder().put(Put.builder()
                .tableName(Tables.EFFECTS).item(Map.of("pk", AttributeValue.fromS("paid")))
                .conditionExpression("attribute_not_exists(pk)").build()).build());

        LedgerResult result = Tables.ledger(client)
                .write(List.of(new LedgerWrite(ENTRY, Optional.empty(), Optional.of(effects)))).get(0);

        assertThat(result).isEqualTo(LedgerResult.WRITTEN);
        assertThat(endpoints.tables().items(Tables.EFFECTS)).hasSize(1);
    }

    @Test
    void writesABatchConcurrently() {
        // given: an endpoint that takes 16 calls at once, each of which takes a tenth of a second
        order("PutItem", Trigger.always(), Fault.latency(Duration.ofMillis(100)));
        List<LedgerWrite> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(new LedgerWrite(entry("k" + i, "token-" + i, FREE), Optional.empty()));
        }
        long start = System.nanoTime();

        List<LedgerResult> results = Tables.ledger(client).write(all);

        // then: it takes far less than the 100 seconds of as many calls in a row
        assertThat(results).hasSize(1_000).containsOnly(LedgerResult.WRITTEN);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
    }
}
