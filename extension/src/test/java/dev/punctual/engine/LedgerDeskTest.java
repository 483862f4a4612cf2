package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.InMemoryLedger;
import dev.punctual.spi.LedgerResult;

class LedgerDeskTest {

    private final FaultyLedger ledger = new FaultyLedger();
    private final AtomicInteger served = new AtomicInteger();
    private final LedgerDesk desk = new LedgerDesk(new LedgerAccess(ledger, DispatchListener.NONE, InstantSource.system()),
            served::incrementAndGet);
    private final List<LedgerResult> results = new ArrayList<>();

    private static EventEntry claimed(int number, String token) {
        return Deliveries.any(number).unknownEntry().claimed(token, VirtualClock.START);
    }

    @Test
    void writesAnEntryOnceInEachCall() {
        desk.write(claimed(1, "a"), "", results::add);
        desk.write(claimed(2, "a"), "", results::add);
        desk.write(claimed(1, "b"), "a", results::add);

        desk.desk().serve();

        assertThat(ledger.loads).as("entries in each call").containsExactly(2, 1);
        assertThat(results).hasSize(3).containsOnly(LedgerResult.WRITTEN);
        assertThat(ledger.entry("entry-1").token()).isEqualTo("b");
        assertThat(served).hasValue(1);
    }

    @Test
    void aTransactionLeavesItsEntryHandled() {
        Delivery delivery = Deliveries.any(1);
        desk.write(claimed(1, "a"), "", results::add);
        desk.desk().serve();
        delivery.own(claimed(1, "a"));
        OutcomeTransaction transaction = new OutcomeTransaction(delivery,
                new LedgerAccess(ledger, DispatchListener.NONE, InstantSource.system()),
                new Tokens("request-1", new Random(7)));
        AtomicInteger effects = new AtomicInteger();
        InMemoryLedger.Effects effect = effects::incrementAndGet;

        transaction.make(effect);

        assertThat(delivery.entry()).isEqualTo(ledger.entry("entry-1"));
        assertThat(delivery.entry().state()).isEqualTo(EventState.HANDLED);
        assertThat(transaction.isMade()).isTrue();
        assertThat(transaction.isInDoubt()).isFalse();
        assertThatThrownBy(() -> transaction.make(effect)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before");
        assertThat(effects).hasValue(1);
    }
}
