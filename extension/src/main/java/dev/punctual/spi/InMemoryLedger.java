package dev.punctual.spi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.punctual.Transaction;
import dev.punctual.ledger.LedgerItem;

/**
 * A ledger in this process's memory, for tests and development: nothing of it survives the process, and no other process
 * sees it; safe for use by several threads.
 */
public final class InMemoryLedger implements OutcomeLedger {

    /**
     * Effects for this ledger: run while the ledger is locked, and refused by what they throw; what they had done by then
     * is theirs to undo.
     */
    @FunctionalInterface
    public interface Effects extends Transaction, Runnable {
    }

    // Guarded by this.
    private final Map<String, LedgerItem> items = new HashMap<>();

    @Override
    public synchronized List<LedgerResult> write(List<LedgerWrite> writes) {
        return writes.stream().map(this::write).toList();
    }

    private LedgerResult write(LedgerWrite write) {
        Optional<LedgerItem> current = Optional.ofNullable(items.get(write.item().key()));
        if (!current.map(LedgerItem::token).equals(write.expectedToken())) {
            return new LedgerResult.Conflict(current);
        }
        if (write.effects().isPresent()) {
            if (!(write.effects().get() instanceof Effects effects)) {
                return new LedgerResult.Refused(new IllegalArgumentException(
                        "the in-memory ledger takes InMemoryLedger.Effects, not "
                                + write.effects().get().getClass().getName()));
            }
            try {
                effects.run();
            } catch (RuntimeException e) {
                return new LedgerResult.Refused(e);
            }
        }
        items.put(write.item().key(), write.item());
        return LedgerResult.WRITTEN;
    }

    @Override
    public synchronized Map<String, LedgerItem> read(List<String> keys) {
        Map<String, LedgerItem> found = new HashMap<>();
        for (String key : keys) {
            LedgerItem item = items.get(key);
            if (item != null) {
                found.put(key, item);
            }
        }
        return found;
    }
}
