package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.ledger.Waiter;

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

    private static final int FEW = 10;

    private final LedgerDesk desk;
    private final KeyUpdates updates;
    private final InstantSource clock;
    private final Duration leaseMargin;

    /**
     * @param leaseMargin more than the clocks of two processes differ
     */
    KeyGate(LedgerDesk desk, Tokens tokens, InstantSource clock, Duration leaseMargin) {
        this.desk = desk;
        this.updates = new KeyUpdates(desk, tokens);
        this.clock = clock;
        this.leaseMargin = leaseMargin;
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
            then.accept(entry.hasApplied(delivery.event.position()) ? Verdict.OVERTAKEN : Verdict.OPEN);
            return;
        }
        judge(delivery, entry.before(waiter(delivery)), List.of(), then);
    }

    /** Looks at those before it a few at a time: most often the first one is not over, and the others need no look. */
    private void judge(Delivery delivery, List<Waiter> before, List<Waiter> over, Consumer<Verdict> then) {
        if (before.isEmpty()) {
            // Struck out for those who come next; whether that succeeds makes no difference to this one.
            update(delivery, entry -> entry.without(over), struckOut -> then.accept(Verdict.OPEN));
            return;
        }
        List<Waiter> first = before.subList(0, Math.min(FEW, before.size()));
        desk.read(first.stream().map(Waiter::entryKey).toList(), found -> {
            if (found.isEmpty()) {
                then.accept(Verdict.UNKNOWN);
            } else if (first.stream().allMatch(waiter -> isOver(delivery, found.get().get(waiter.entryKey())))) {
                List<Waiter> allOver = new ArrayList<>(over);
                allOver.addAll(first);
                judge(delivery, before.subList(first.size(), before.size()), allOver, then);
            } else {
                boolean dead = first.stream().anyMatch(waiter -> isDead(found.get().get(waiter.entryKey())));
                then.accept(dead && delivery.route.order().halts() ? Verdict.HALTED : Verdict.BEHIND);
            }
        });
    }

    private boolean isOver(Delivery delivery, @Nullable LedgerItem item) {
        if (!(item instanceof EventEntry entry)) {
            // The ledger has forgotten it: it has been over for longer than anybody keeps it.
            return true;
        }
        if (delivery.route.order().halts()) {
            return entry.state().isTerminal() && !isDead(entry);
        }
        return entry.state().isTerminal() || isGone(entry);
    }

    /**
     * Whether an event that is not over will never run again: no attempt starts after its deadline. The platform may have
     * given it up on its way, and nobody tells the ledger.
     */
    private boolean isGone(EventEntry entry) {
        Instant now = clock.instant();
        boolean alive = entry.state() instanceof EventState.InProgress owned && owned.leaseEnd().isAfter(now);
        return !alive && entry.deadline().at().plus(leaseMargin).isBefore(now);
    }

    private static boolean isDead(@Nullable LedgerItem item) {
        return item instanceof EventEntry entry && entry.state() instanceof EventState.Dead;
    }

    /** Enters an event, for later ones to wait; tells whether it is entered. */
    void enter(Delivery delivery, Consumer<Boolean> then) {
        update(delivery, entry -> entry.with(waiter(delivery)), then);
    }

    /** Notes that an event was applied, for earlier ones to be superseded; tells whether it is noted. */
    void apply(Delivery delivery, Consumer<Boolean> then) {
        update(delivery, entry -> entry.applied(delivery.event.position()), then);
    }

    /** Strikes out an event that is over; where that fails, others find out by themselves. */
    void leave(Delivery delivery, Runnable then) {
        update(delivery, entry -> entry.without(List.of(waiter(delivery))), noted -> then.run());
    }

    private static Waiter waiter(Delivery delivery) {
        return new Waiter(delivery.event.position(), delivery.entryKey);
    }

    private void update(Delivery delivery, UnaryOperator<KeyEntry> change, Consumer<Boolean> then) {
        updates.change(delivery.orderKey(), delivery.keyEntry, change, then);
    }
}
