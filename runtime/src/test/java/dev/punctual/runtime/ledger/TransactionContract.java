package dev.punctual.runtime.ledger;

import static dev.punctual.runtime.ledger.LedgerSamples.FREE;
import static dev.punctual.runtime.ledger.LedgerSamples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.Transaction;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;

/** What every outcome ledger does that makes effects and outcomes durable together. */
abstract class TransactionContract extends OutcomeLedgerContract {

    private final EventEntry owned = entry("transacted", "token-1", FREE);
    private final EventEntry handled = entry("transacted", "token-2", EventState.HANDLED);

    /** An effect that can be made once. */
    abstract Transaction effect(String name);

    abstract List<String> effects();

    private LedgerResult transact(String expectedToken, Transaction effects) {
        return ledger().write(List.of(new LedgerWrite(handled, Optional.of(expectedToken), Optional.of(effects)))).get(0);
    }

    @Test
    void makesEffectsAndOutcomeDurableTogether() {
        ledger().write(List.of(new LedgerWrite(owned, Optional.empty())));

        assertThat(transact("token-1", effect("paid"))).isEqualTo(LedgerResult.WRITTEN);
        assertThat(ledger().read(List.of("transacted"))).containsValue(handled);
        assertThat(effects()).containsExactly("paid");
    }

    @Test
    void makesNoEffectsForAnOwnerThatWasFencedOut() {
        ledger().write(List.of(new LedgerWrite(owned, Optional.empty())));

        assertThat(transact("token-0", effect("paid"))).isEqualTo(new LedgerResult.Conflict(Optional.of(owned)));
        assertThat(ledger().read(List.of("transacted"))).containsValue(owned);
        assertThat(effects()).isEmpty();
    }

    @Test
    void makesNoEffectsWhereTheEntryIsGone() {
        assertThat(transact("token-1", effect("paid"))).isEqualTo(new LedgerResult.Conflict(Optional.empty()));
        assertThat(effects()).isEmpty();
    }

    @Test
    void leavesTheOutcomeOpenWhereTheEffectsAreRefused() {
        ledger().write(List.of(new LedgerWrite(owned, Optional.empty())));
        transactOther("paid");

        assertThat(transact("token-1", effect("paid"))).isInstanceOf(LedgerResult.Refused.class);
        assertThat(ledger().read(List.of("transacted"))).containsValue(owned);
        assertThat(effects()).containsExactly("paid");
    }

    private void transactOther(String effect) {
        EventEntry other = entry("other", "token-9", EventState.HANDLED);
        assertThat(ledger().write(List.of(new LedgerWrite(other, Optional.empty(), Optional.of(effect(effect))))))
                .containsExactly(LedgerResult.WRITTEN);
    }
}
