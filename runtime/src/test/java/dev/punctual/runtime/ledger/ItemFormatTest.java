package dev.punctual.runtime.ledger;

import static dev.punctual.runtime.ledger.LedgerSamples.FREE;
import static dev.punctual.runtime.ledger.LedgerSamples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.ledger.Death;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.Waiter;
import dev.punctual.spi.LedgerException;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemFormatTest {

    private final ItemFormat format = new ItemFormat(LedgerSamples.TTL, () -> LedgerSamples.NOW);

    @Test
    void canBeReadByAPerson() {
        EventState dead = new EventState.Dead(new Death(Reason.DEADLINE, "no time left", LedgerSamples.NOW), true);

        Map<String, AttributeValue> item = format.write(entry("orders/1#Orders.onOrder", "token-1", dead)).values();

        assertThat(item).containsEntry("pk", AttributeValue.fromS("orders/1#Orders.onOrder"))
                .containsEntry("kind", AttributeValue.fromS("event")).containsEntry("state", AttributeValue.fromS("DEAD"))
                .containsEntry("reason", AttributeValue.fromS("DEADLINE"))
                .containsEntry("detail", AttributeValue.fromS("no time left"))
                .containsEntry("attemptCount", AttributeValue.fromN("1"))
                .containsEntry("lastFailure", AttributeValue.fromS("java.lang.IllegalStateException 0123456789ab"))
                .containsEntry("updated", AttributeValue.fromS(LedgerSamples.NOW.toString()));
    }

    @Test
    void expiresInWholeSecondsAsDynamoDbWantsThem() {
        assertThat(format.write(entry("k", "t", FREE)).values()).containsEntry("expires",
                AttributeValue.fromN(Long.toString(LedgerSamples.NOW.plus(LedgerSamples.TTL).getEpochSecond())));
    }

    @Test
    void countsAnItemThatHasExpiredAndIsNotDeletedYet() {
        EventEntry old = entry("k", "t", FREE);
        Map<String, AttributeValue> item = new HashMap<>(format.write(old).values());
        item.put("expires", AttributeValue.fromN("1"));

        assertThat(format.read("k", item)).isEqualTo(old);
    }

    @Test
    void fitsWithTheLongestHistoryOfAttempts() {
        AttemptHistory longest = LedgerSamples.attempts(new Random(1), 200, Failure.MESSAGE_LIMIT);
        EventEntry entry = new EventEntry("k".repeat(2_000), "t", new Deadline(Instant.EPOCH, LedgerSamples.NOW), 3, 9,
                longest, new EventState.Dead(new Death(Reason.ATTEMPTS, "d".repeat(1_000), LedgerSamples.NOW), false));

        Attributes item = format.write(entry);

        assertThat(longest.kept()).hasSize(AttemptHistory.LIMIT);
        assertThat(item.size()).isLessThan(350 * 1_024);
        assertThat(format.read(entry.key(), item.values())).isEqualTo(entry);
    }

    @Test
    void takesFewBytesForAttemptsThatFailAlike() {
        assertThat(format.write(new EventEntry("k", "t", new Deadline(Instant.EPOCH, LedgerSamples.NOW), 1, 9,
                dev.punctual.wire.testing.Samples.attempts(32), EventState.HANDLED)).size()).isLessThan(1_024);
    }

    @Test
    void keepsKeysApartThatAreTooLongForDynamoDb() {
        String one = LegalText.key("k".repeat(3_000));

        assertThat(one).hasSizeLessThan(100).isNotEqualTo(LegalText.key("k".repeat(3_001)));
        assertThat(LegalText.key("\ud800")).isNotEqualTo(LegalText.key("\ud801")).isNotEqualTo(LegalText.key("\\ud801"));
    }

    @Test
    void refusesAnItemOfALaterVersion() {
        Map<String, AttributeValue> item = new HashMap<>(format.write(entry("k", "t", FREE)).values());
        item.put("version", AttributeValue.fromN("2"));

        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> format.read("k", item))
                .withMessageStartingWith("an item of the ledger is of version 2, this application reads up to 1");
    }

    @Test
    void refusesAnItemThatOthersHaveChanged() {
        for (String name : format.write(entry("k", "t", new EventState.InProgress(LedgerSamples.NOW))).values().keySet()) {
            Map<String, AttributeValue> item = new HashMap<>(
                    format.write(entry("k", "t", new EventState.InProgress(LedgerSamples.NOW))).values());
            item.put(name, AttributeValue.fromS("?"));
            if (!List.of("pk", "token", "updated", "expires", "lastFailure", "attempts").contains(name)) {
                assertThatExceptionOfType(LedgerException.class).as(name).isThrownBy(() -> format.read("k", item))
                        .withMessageContaining("'" + name + "'").withMessageContaining("damaged");
            }
        }
    }

    @Test
    void refusesAKeyThatTooManyEventsWaitFor() {
        DynamoDbClient untouched = new DynamoDbClient() {
            @Override
            public String serviceName() {
                return "dynamodb";
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        KeyEntry key = new KeyEntry("k", "t", "", IntStream.range(0, 4_000)
                .mapToObj(i -> new Waiter(Integer.toString(i), "orders/" + "4".repeat(90) + "#Orders.onOrder")).toList());

        assertThat(Tables.ledger(untouched).write(List.of(new LedgerWrite(key, Optional.empty())))).singleElement()
                .isInstanceOfSatisfying(LedgerResult.Failed.class, failed -> assertThat(failed.why())
                        .startsWith("an item has grown to ").endsWith("too many events of one key wait for each other"));
    }
}
