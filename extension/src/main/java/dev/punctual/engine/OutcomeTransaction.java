package dev.punctual.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.punctual.Transaction;
import dev.punctual.TransactionUnknownException;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;

/** The one transaction that a handler may make of its effects and its event's outcome; safe for use by several threads. */
final class OutcomeTransaction {

    private final Delivery delivery;
    private final LedgerAccess ledger;
    private final Tokens tokens;

    // Guarded by this: the tokens of the tries that may have succeeded without telling.
    private final Set<String> tried = new HashSet<>();
    private boolean made;

    OutcomeTransaction(Delivery delivery, LedgerAccess ledger, Tokens tokens) {
        this.delivery = delivery;
        this.ledger = ledger;
        this.tokens = tokens;
    }

    synchronized void make(Transaction effects) {
        if (made || !tried.isEmpty()) {
            throw new IllegalStateException("transact was called before in this attempt of " + delivery.event.id());
        }
        if (delivery.unkept) {
            throw new IllegalStateException(
                    "the ledger is out of reach, and " + delivery.event.id() + " is handled without it");
        }
        EventEntry owned = delivery.entry();
        EventEntry handled = owned.ended(tokens.next(), EventState.HANDLED);
        tried.add(handled.token());
        LedgerResult result = ledger.write(List.of(new LedgerWrite(handled, Optional.of(owned.token()), Optional.of(effects))))
                .get(0);
        if (result instanceof LedgerResult.Refused refused) {
            tried.remove(handled.token());
            throw refused.cause();
        }
        if (result instanceof LedgerResult.Failed failed) {
            throw new TransactionUnknownException("the ledger failed: " + failed.why(), null);
        }
        if (result instanceof LedgerResult.Conflict conflict && !wasMade(conflict.current())) {
            throw new IllegalStateException(delivery.event.id() + " was given to another owner, since this one took too long");
        }
        delivery.wrote(handled);
        made = true;
    }

    /** Whether the handler knows that its effects and the outcome are durable. */
    synchronized boolean isMade() {
        return made;
    }

    /** Whether it may have been made, and nobody knows. */
    synchronized boolean isInDoubt() {
        return !made && !tried.isEmpty();
    }

    /** Whether what the ledger holds is this transaction's doing, though its answer was lost. */
    synchronized boolean wasMade(Optional<LedgerItem> current) {
        return current.isPresent() && tried.contains(current.get().token());
    }
}
