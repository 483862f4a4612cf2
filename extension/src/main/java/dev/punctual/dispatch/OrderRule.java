package dev.punctual.dispatch;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;

/**
 * In which order a handler takes its events.
 *
 * @param ordering the order
 * @param supersede whether an event is left out when a later one of its key was handled before it
 * @param afterDeadLetter what becomes of a key once one of its events is dead
 */
public record OrderRule(Ordering ordering, boolean supersede, AfterDeadLetter afterDeadLetter) {

    /** In any order. */
    public static final OrderRule ANY = new OrderRule(Ordering.UNORDERED, false, AfterDeadLetter.RELEASE);

    /**
     * @throws IllegalArgumentException if the settings contradict each other
     */
    public OrderRule {
        if (supersede && ordering != Ordering.UNORDERED) {
            throw new IllegalArgumentException(
                    "supersede goes with UNORDERED only: " + ordering + " lets no event overtake another");
        }
        if (ordering == Ordering.PER_KEY && afterDeadLetter == AfterDeadLetter.UNDECIDED) {
            throw new IllegalArgumentException("PER_KEY needs afterDeadLetter = RELEASE or HALT");
        }
    }

    /** Whether the ledger must know the key's events. */
    public boolean needsLedger() {
        return supersede || ordering == Ordering.PER_KEY;
    }

    /** Whether an event may wait in the retry queue. */
    public boolean mayPark() {
        return ordering != Ordering.PER_SHARD;
    }

    /** Whether a dead letter holds up the events behind it. */
    public boolean halts() {
        return ordering == Ordering.PER_KEY && afterDeadLetter == AfterDeadLetter.HALT;
    }
}
