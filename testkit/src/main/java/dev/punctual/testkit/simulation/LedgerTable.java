package dev.punctual.testkit.simulation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.ledger.Waiter;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.testkit.simulation.history.EntryState;
import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;

/** The one table that the ledgers of all processes of a run are; tells the history what is written. */
final class LedgerTable {

    private final History history;
    private final Map<String, LedgerItem> items = new HashMap<>();
    private boolean outOfReach;

    LedgerTable(History history) {
        this.history = history;
    }

    boolean isOutOfReach() {
        return outOfReach;
    }

    void outOfReach(boolean out) {
        outOfReach = out;
    }

    Map<String, LedgerItem> read(Collection<String> keys) {
        Map<String, LedgerItem> found = new HashMap<>(items);
        found.keySet().retainAll(keys);
        return found;
    }

    LedgerResult write(LedgerWrite write, Instant at, int invocation) {
        var item = write.item();
        var current = Optional.ofNullable(items.get(item.key()));
        if (!current.map(LedgerItem::token).equals(write.expectedToken())) {
            return new LedgerResult.Conflict(current);
        }
        items.put(item.key(), item);
        history.add(written(item, write.expectedToken().orElse(""), at, invocation));
        if (write.effects().orElse(null) instanceof SimulatedEffects effects) {
            history.add(new Happening.Effect(at, invocation, effects.event(), effects.handler(), item.key()));
        }
        return LedgerResult.WRITTEN;
    }

    private static Happening written(LedgerItem item, String replaced, Instant at, int invocation) {
        if (item instanceof EventEntry entry) {
            return new Happening.LedgerWritten(at, invocation, entry.key(), entry.token(), replaced, state(entry.state()),
                    isSent(entry.state()), leaseEnd(entry.state()), entry.claims(), entry.parks(), entry.attempts().count());
        }
        var key = (KeyEntry) item;
        return new Happening.KeyWritten(at, invocation, key.key(), key.lastApplied(), waiting(key));
    }

    private static List<String> waiting(KeyEntry key) {
        return key.waiting().stream().map(Waiter::entryKey).toList();
    }

    private static EntryState state(EventState state) {
        if (state instanceof EventState.Free) {
            return EntryState.FREE;
        }
        if (state instanceof EventState.InProgress) {
            return EntryState.IN_PROGRESS;
        }
        if (state instanceof EventState.Parked) {
            return EntryState.PARKED;
        }
        if (state instanceof EventState.Handled) {
            return EntryState.HANDLED;
        }
        return state instanceof EventState.Superseded ? EntryState.SUPERSEDED : EntryState.DEAD;
    }

    private static boolean isSent(EventState state) {
        return state instanceof EventState.Parked parked && parked.sent()
                || state instanceof EventState.Dead dead && dead.sent();
    }

    private static Instant leaseEnd(EventState state) {
        return state instanceof EventState.InProgress owned ? owned.leaseEnd() : Instant.EPOCH;
    }
}
