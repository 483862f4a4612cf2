package dev.punctual.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.punctual.ledger.KeyEntry;
import dev.punctual.spi.LedgerResult;

/** A batch's changes of keys' entries, those of one key together in one write; safe for use by several threads. */
final class KeyUpdates {

    private static final int TRIES = 10;

    private record Change(UnaryOperator<KeyEntry> change, Consumer<Boolean> then) {
    }

    private final LedgerDesk desk;
    private final Tokens tokens;

    /** Guarded by this: what waits for each key that is being changed. */
    private final Map<String, List<Change>> waiting = new HashMap<>();

    KeyUpdates(LedgerDesk desk, Tokens tokens) {
        this.desk = desk;
        this.tokens = tokens;
    }

    /**
     * Changes a key's entry.
     *
     * @param known the entry as far as is known, or null
     * @param change returns the same entry where there is nothing to change
     * @param then told whether the entry is as it should be
     */
    void change(String key, @Nullable KeyEntry known, UnaryOperator<KeyEntry> change, Consumer<Boolean> then) {
        synchronized (this) {
            List<Change> others = waiting.get(key);
            if (others != null) {
                others.add(new Change(change, then));
                return;
            }
            waiting.put(key, new ArrayList<>(List.of(new Change(change, then))));
        }
        start(key, known);
    }

    private void start(String key, @Nullable KeyEntry known) {
        if (known != null) {
            next(key, known);
            return;
        }
        desk.read(List.of(key), found -> {
            if (found.isEmpty()) {
                take(key).forEach(change -> change.then().accept(false));
                goOn(key, null);
            } else {
                next(key, found.get().get(key) instanceof KeyEntry read ? read : KeyEntry.unknown(key));
            }
        });
    }

    private void next(String key, KeyEntry known) {
        write(key, known, take(key), TRIES);
    }

    private synchronized List<Change> take(String key) {
        return java.util.Objects.requireNonNull(waiting.put(key, new ArrayList<>()));
    }

    private void write(String key, KeyEntry known, List<Change> changes, int tries) {
        KeyEntry changed = known;
        for (Change change : changes) {
            changed = change.change().apply(changed);
        }
        if (changed == known) {
            end(key, known, changes, true);
            return;
        }
        KeyEntry next = changed.renewed(tokens.next());
        desk.write(next, known.token(), result -> {
            if (result instanceof LedgerResult.Written) {
                end(key, next, changes, true);
            } else if (result instanceof LedgerResult.Conflict conflict && tries > 1) {
                KeyEntry base = conflict.current().orElse(null) instanceof KeyEntry other ? other : KeyEntry.unknown(key);
                write(key, base, changes, tries - 1);
            } else {
                end(key, null, changes, false);
            }
        });
    }

    private void end(String key, @Nullable KeyEntry known, List<Change> changes, boolean changed) {
        changes.forEach(change -> change.then().accept(changed));
        goOn(key, known);
    }

    /** Goes on with what has come in the meantime. */
    private void goOn(String key, @Nullable KeyEntry known) {
        synchronized (this) {
            if (waiting.getOrDefault(key, List.of()).isEmpty()) {
                waiting.remove(key);
                return;
            }
        }
        start(key, known);
    }
}
