package dev.punctual.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.punctual.Ordering;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.ledger.Waiter;
import dev.punctual.spi.LedgerResult;

/**
 * Lets an event pass when no earlier one of its key is under way elsewhere; what is known of a key is in its ledger entry.
 *
 * <p>
 * An event is entered there before it leaves its source for the retry queue. When it is over, it may be struck out late or
 * not at all: who comes after it looks at its own entry, too.
 */
final class KeyGate {

    /** What an event finds. */
    enum Verdict {
        /** It may run. */
        OPEN,
        /** An earlier one is not over. */
        BEHIND,
        /** An earlier one is dead, and the handler wants a halt after that. */
        HALTED,
        /** A later one was handled. */
        OVERTAKEN,
        /** The ledger does not say. */
        UNKNOWN
    }

    private static final int TRIES = 10;

    private final LedgerDesk desk;
    private final Tokens tokens;

    KeyGate(LedgerDesk desk, Tokens tokens) {
        this.desk = desk;
        this.tokens = tokens;
    }

    /** Tells what an event finds, which its owner has just claimed. */
    void look(Delivery delivery, Consumer<Verdict> then) {
        if (!delivery.route.order().needsLedger()) {
            then.accept(Verdict.OPEN);
            return;
        }
        desk.read(List.of(delivery.orderKey()), found -> {
            if (found.isEmpty()) {
                then.accept(Verdict.UNKNOWN);
            } else {
                seen(delivery, found.get(), then);
            }
        });
    }

    private void seen(Delivery delivery, Map<String, LedgerItem> found, Consumer<Verdict> then) {
        KeyEntry entry = found.get(delivery.orderKey()) instanceof KeyEntry known ? known
                : KeyEntry.unknown(delivery.orderKey());
        delivery.keyEntry = entry;
        if (delivery.route.order().supersede()) {
            then.accept(entry.hasApplied(delivery.event.sequenceNumber()) ? Verdict.OVERTAKEN : Verdict.OPEN);
            return;
        }
        List<Waiter> before = entry.before(delivery.event.sequenceNumber());
        if (before.isEmpty()) {
            then.accept(Verdict.OPEN);
        } else {
            desk.read(before.stream().map(Waiter::entryKey).toList(), states -> {
                if (states.isEmpty()) {
                    then.accept(Verdict.UNKNOWN);
                } else {
                    judge(delivery, before, states.get(), then);
                }
            });
        }
    }

    private void judge(Delivery delivery, List<Waiter> before, Map<String, LedgerItem> states, Consumer<Verdict> then) {
        boolean halts = delivery.route.order().halts();
        List<Waiter> over = before.stream().filter(waiter -> isOver(states.get(waiter.entryKey()), halts)).toList();
        if (over.size() == before.size()) {
            // Struck out for those who come next; whether that succeeds makes no difference to this one.
            update(delivery, entry -> entry.without(over), struckOut -> then.accept(Verdict.OPEN));
        } else {
            boolean dead = before.stream().anyMatch(waiter -> isDead(states.get(waiter.entryKey())));
            then.accept(halts && dead ? Verdict.HALTED : Verdict.BEHIND);
        }
    }

    private static boolean isOver(@Nullable LedgerItem item, boolean halts) {
        // One that the ledger has forgotten has been over for longer than anybody keeps it.
        return !(item instanceof EventEntry entry) || entry.state().isTerminal() && !(halts && isDead(entry));
    }

    private static boolean isDead(@Nullable LedgerItem item) {
        return item instanceof EventEntry entry && entry.state() instanceof EventState.Dead;
    }

    /** Enters an event, for later ones to wait; tells whether it is entered. */
    void enter(Delivery delivery, Consumer<Boolean> then) {
        update(delivery, entry -> entry.with(waiter(delivery)), then);
    }

    /** Notes that an event is over; what is not noted is found out by others. */
    void leave(Delivery delivery, boolean handled, Runnable then) {
        if (delivery.route.order().ordering() == Ordering.PER_KEY) {
            update(delivery, entry -> entry.without(List.of(waiter(delivery))), noted -> then.run());
        } else if (handled && delivery.route.order().supersede()) {
            update(delivery, entry -> entry.applied(delivery.event.sequenceNumber()), noted -> then.run());
        } else {
            then.run();
        }
    }

    private static Waiter waiter(Delivery delivery) {
        return new Waiter(delivery.event.sequenceNumber(), delivery.entryKey);
    }

    private void update(Delivery delivery, UnaryOperator<KeyEntry> change, Consumer<Boolean> then) {
        KeyEntry known = delivery.keyEntry;
        if (known == null) {
            desk.read(List.of(delivery.orderKey()), found -> {
                if (found.isEmpty()) {
                    then.accept(false);
                } else {
                    delivery.keyEntry = found.get().get(delivery.orderKey()) instanceof KeyEntry read ? read
                            : KeyEntry.unknown(delivery.orderKey());
                    update(delivery, change, then);
                }
            });
        } else {
            update(delivery, known, change, TRIES, then);
        }
    }

    private void update(Delivery delivery, KeyEntry known, UnaryOperator<KeyEntry> change, int tries, Consumer<Boolean> then) {
        delivery.keyEntry = known;
        KeyEntry changed = change.apply(known);
        if (changed == known) {
            then.accept(true);
            return;
        }
        KeyEntry next = changed.renewed(tokens.next());
        desk.write(next, known.token(), result -> {
            if (result instanceof LedgerResult.Written) {
                delivery.keyEntry = next;
                then.accept(true);
            } else if (result instanceof LedgerResult.Conflict conflict && tries > 1) {
                Optional<LedgerItem> current = conflict.current();
                KeyEntry base = current.orElse(null) instanceof KeyEntry other ? other : KeyEntry.unknown(known.key());
                update(delivery, base, change, tries - 1, then);
            } else {
                then.accept(false);
            }
        });
    }
}
