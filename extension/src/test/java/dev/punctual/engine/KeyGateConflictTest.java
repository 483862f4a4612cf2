package dev.punctual.engine;

import static dev.punctual.engine.Deliveries.PER_KEY;
import static dev.punctual.engine.Deliveries.PER_KEY_HALT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.ledger.Waiter;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.LedgerWrite;

/** The gate of a key by itself, while others write the key's entry. */
class KeyGateConflictTest {

    private final VirtualClock clock = new VirtualClock();
    private final FaultyLedger ledger = new FaultyLedger();
    private final LedgerDesk desk = new LedgerDesk(new LedgerAccess(ledger, DispatchListener.NONE, InstantSource.system()),
            () -> {
            });
    private final KeyGate gate = new KeyGate(desk, new Tokens("request-1", new Random(7)), clock, Duration.ofSeconds(1));
    private final Delivery fifth = Deliveries.of(PER_KEY, 0, "a", 5);
    private final List<Boolean> noted = new ArrayList<>();
    private final List<KeyGate.Verdict> verdicts = new ArrayList<>();
    private int writesOfOthers;

    private Optional<KeyEntry> key() {
        return Optional.ofNullable((KeyEntry) ledger.memory.read(List.of(fifth.orderKey())).get(fifth.orderKey()));
    }

    private List<String> waiting() {
        return key().orElseThrow().waiting().stream().map(Waiter::position).toList();
    }

    private void put(LedgerItem item) {
        LedgerItem before = ledger.memory.read(List.of(item.key())).get(item.key());
        ledger.memory.write(List.of(new LedgerWrite(item, Optional.ofNullable(before).map(LedgerItem::token))));
    }

    private void waits(int number) {
        KeyEntry entry = key().orElse(KeyEntry.unknown(fifth.orderKey()));
        put(entry.with(new Waiter(String.valueOf(number), "entry-" + number)).renewed("other-" + number));
    }

    private boolean othersWriteFirst(int times) {
        if (writesOfOthers < times) {
            writesOfOthers++;
            waits(100 + writesOfOthers);
        }
        return false;
    }

    private static EventEntry entry(int number) {
        Delivery delivery = Deliveries.of(PER_KEY, 0, "a", number);
        return EventEntry.unknown("entry-" + number, delivery.deadline, 0, AttemptHistory.NONE);
    }

    private KeyGate.Verdict look(Delivery delivery) {
        gate.look(delivery, verdicts::add);
        desk.desk().serve();
        return verdicts.get(verdicts.size() - 1);
    }

    @Test
    void readsTheKeyFirstWhereItIsNotKnown() {
        waits(1);

        gate.enter(fifth, noted::add);
        desk.desk().serve();

        assertThat(noted).containsExactly(true);
        assertThat(waiting()).containsExactly("1", "5");
    }

    @Test
    void entersTheFirstOfAKey() {
        gate.enter(fifth, noted::add);
        desk.desk().serve();

        assertThat(noted).containsExactly(true);
        assertThat(waiting()).containsExactly("5");
    }

    @Test
    void notesNothingWhereTheKeyCannotBeRead() {
        ledger.readsFail = true;

        gate.enter(fifth, noted::add);
        desk.desk().serve();

        assertThat(noted).containsExactly(false);
        assertThat(key()).isEmpty();
    }

    @Test
    void keepsWhatOthersWroteInBetween() {
        ledger.fails = item -> othersWriteFirst(9);

        gate.enter(fifth, noted::add);
        desk.desk().serve();

        assertThat(noted).containsExactly(true);
        assertThat(waiting()).hasSize(10).startsWith("5", "101");
    }

    @Test
    void givesUpAfterTenThatWereFaster() {
        ledger.fails = item -> othersWriteFirst(Integer.MAX_VALUE);

        gate.enter(fifth, noted::add);
        desk.desk().serve();

        assertThat(noted).containsExactly(false);
        assertThat(writesOfOthers).isEqualTo(10);
        assertThat(waiting()).doesNotContain("5");
    }

    @Test
    void startsAnewWhereTheLedgerForgotTheKeyInBetween() {
        fifth.keyEntry = new KeyEntry(fifth.orderKey(), "forgotten", "", List.of(new Waiter("1", "entry-1")));

        gate.enter(fifth, noted::add);
        desk.desk().serve();

        assertThat(noted).containsExactly(true);
        assertThat(waiting()).containsExactly("5");
    }

    @Test
    void doesNotWaitForOneThatTheLedgerHasForgotten() {
        waits(1);

        assertThat(look(fifth)).isEqualTo(KeyGate.Verdict.OPEN);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void waitsForAnOwnerWhoseLeaseOutlastsTheDeadline() {
        waits(1);
        Instant end = entry(1).deadline().at().plusSeconds(30);
        put(entry(1).claimed("other", end));
        clock.advance(Duration.ofSeconds(62));

        assertThat(look(fifth)).isEqualTo(KeyGate.Verdict.BEHIND);

        clock.advance(Duration.ofSeconds(28));
        assertThat(look(fifth)).as("its lease ends now").isEqualTo(KeyGate.Verdict.OPEN);
    }

    @Test
    void isBehindAsLongAsOneOfSeveralIsNotOver() {
        waits(1);
        waits(2);
        put(entry(2).claimed("other", clock.instant().plusSeconds(1)));

        assertThat(look(fifth)).isEqualTo(KeyGate.Verdict.BEHIND);

        assertThat(waiting()).as("struck out together").containsExactly("1", "2");
    }

    @Test
    void haltsOnlyBehindADeadOne() {
        Delivery halting = Deliveries.of(PER_KEY_HALT, 0, "a", 5);
        waits(1);
        put(entry(1).claimed("other", clock.instant().plusSeconds(1)));
        assertThat(look(halting)).isEqualTo(KeyGate.Verdict.BEHIND);

        put(entry(1).dead("other-2", AttemptHistory.NONE,
                new dev.punctual.ledger.Death(dev.punctual.deadletter.Reason.PERMANENT, "", clock.instant())));

        assertThat(look(halting)).isEqualTo(KeyGate.Verdict.HALTED);
        assertThat(look(fifth)).as("without halting").isEqualTo(KeyGate.Verdict.OPEN);
    }

    @Test
    void doesNotKnowWhileThoseBeforeCannotBeRead() {
        waits(1);
        ledger.onRead = reads -> ledger.readsFail = reads == 2;

        assertThat(look(fifth)).isEqualTo(KeyGate.Verdict.UNKNOWN);
    }
}
