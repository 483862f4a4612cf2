package dev.punctual.runtime.ledger;

import static dev.punctual.runtime.ledger.LedgerSamples.FREE;
import static dev.punctual.runtime.ledger.LedgerSamples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.Transaction;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;

/** What every outcome ledger does, whatever it is made of. */
abstract class OutcomeLedgerContract {

    private final String prefix = UUID.randomUUID() + "/";

    abstract OutcomeLedger ledger();

    private String key(String name) {
        return prefix + name;
    }

    private LedgerResult put(LedgerItem item, String expectedToken) {
        return ledger().write(List.of(write(item, expectedToken))).get(0);
    }

    private static LedgerWrite write(LedgerItem item, String expectedToken) {
        return new LedgerWrite(item, Optional.of(expectedToken).filter(token -> !token.isEmpty()));
    }

    @Test
    void writesAnItemWhereThereIsNone() {
        EventEntry entry = entry(key("a"), "token-1", FREE);

        assertThat(put(entry, "")).isEqualTo(LedgerResult.WRITTEN);
        assertThat(ledger().read(List.of(key("a")))).containsExactly(Map.entry(key("a"), entry));
    }

    @Test
    void showsTheItemThatIsThereWhereNoneWasExpected() {
        EventEntry first = entry(key("a"), "token-1", FREE);
        put(first, "");

        assertThat(put(entry(key("a"), "token-2", EventState.HANDLED), ""))
                .isEqualTo(new LedgerResult.Conflict(Optional.of(first)));
        assertThat(ledger().read(List.of(key("a")))).containsValue(first);
    }

    @Test
    void replacesTheItemThatIsExpected() {
        put(entry(key("a"), "token-1", FREE), "");
        EventEntry second = entry(key("a"), "token-2", EventState.HANDLED);

        assertThat(put(second, "token-1")).isEqualTo(LedgerResult.WRITTEN);
        assertThat(ledger().read(List.of(key("a")))).containsValue(second);
    }

    @Test
    void fencesOutWhoExpectsAnItemThatWasReplaced() {
        put(entry(key("a"), "token-1", FREE), "");
        EventEntry second = entry(key("a"), "token-2", EventState.HANDLED);
        put(second, "token-1");

        assertThat(put(entry(key("a"), "token-3", FREE), "token-1"))
                .isEqualTo(new LedgerResult.Conflict(Optional.of(second)));
        assertThat(ledger().read(List.of(key("a")))).containsValue(second);
    }

    @Test
    void showsThatThereIsNoneWhereOneWasExpected() {
        assertThat(put(entry(key("a"), "token-2", FREE), "token-1")).isEqualTo(new LedgerResult.Conflict(Optional.empty()));
        assertThat(ledger().read(List.of(key("a")))).isEmpty();
    }

    @Test
    void showsAWriterItsOwnTokenWhereItWritesTwice() {
        EventEntry entry = entry(key("a"), "token-1", FREE);
        put(entry, "");

        assertThat(put(entry, "")).isEqualTo(new LedgerResult.Conflict(Optional.of(entry)));
    }

    @Test
    void answersEachWriteOfManyInTheirOrder() {
        List<LedgerWrite> all = IntStream.range(0, 120)
                .mapToObj(i -> write(entry(key("many-" + i), "token-" + i, FREE), i % 3 == 0 ? "nobody" : "")).toList();

        List<LedgerResult> results = ledger().write(all);

        for (int i = 0; i < all.size(); i++) {
            assertThat(results.get(i)).as("write %d", i)
                    .isEqualTo(i % 3 == 0 ? new LedgerResult.Conflict(Optional.empty()) : LedgerResult.WRITTEN);
        }
    }

    @Test
    void readsManyKeysOfWhichSomeAreAbsentAndSomeAreNamedTwice() {
        ledger().write(IntStream.range(0, 230).mapToObj(i -> write(entry(key("r" + i), "token-" + i, FREE), "")).toList());
        List<String> keys = new ArrayList<>(IntStream.range(0, 260).mapToObj(i -> key("r" + i)).toList());
        keys.addAll(keys.subList(0, 50));

        Map<String, LedgerItem> found = ledger().read(keys);

        assertThat(found).hasSize(230);
        found.forEach((key, item) -> assertThat(item.key()).isEqualTo(key));
    }

    @Test
    void keepsEveryKindOfItemAsItIs() {
        Random random = new Random(7);
        Map<String, LedgerItem> items = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            LedgerItem item = LedgerSamples.random(key(LedgerSamples.text(random) + i), random);
            items.put(item.key(), item);
        }

        assertThat(ledger().write(items.values().stream().map(item -> write(item, "")).toList()))
                .containsOnly(LedgerResult.WRITTEN);
        assertThat(ledger().read(List.copyOf(items.keySet()))).isEqualTo(items);
    }

    @Test
    void letsOneOfManyWritersWin() throws Exception {
        int writers = 12;
        put(entry(key("contended"), "token-0", FREE), "");
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<LedgerResult>> results = new ArrayList<>();
            for (int i = 1; i <= writers; i++) {
                EventEntry mine = entry(key("contended"), "token-" + i, FREE);
                results.add(threads.submit(() -> {
                    start.await();
                    return put(mine, "token-0");
                }));
            }
            start.countDown();

            List<String> winners = new ArrayList<>();
            for (int i = 1; i <= writers; i++) {
                if (results.get(i - 1).get().equals(LedgerResult.WRITTEN)) {
                    winners.add("token-" + i);
                }
            }
            assertThat(winners).hasSize(1);
            assertThat(ledger().read(List.of(key("contended"))).get(key("contended")).token()).isEqualTo(winners.get(0));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesEffectsThatAreNotItsOwn() {
        class Strange implements Transaction {
        }
        EventEntry entry = entry(key("a"), "token-1", FREE);

        LedgerResult result = ledger()
                .write(List.of(new LedgerWrite(entry, Optional.empty(), Optional.of(new Strange())))).get(0);

        assertThat(result).isInstanceOfSatisfying(LedgerResult.Refused.class, refused -> assertThat(refused.cause())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Strange"));
        assertThat(ledger().read(List.of(key("a")))).isEmpty();
    }
}
