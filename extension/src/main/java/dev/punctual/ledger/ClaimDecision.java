package dev.punctual.ledger;

import java.time.Instant;

/** What a delivery of an event that the ledger knows leads to. */
public sealed interface ClaimDecision {

    /** It may be taken. */
    record Take() implements ClaimDecision {
    }

    /** It is over, or waits in the retry queue: this delivery is one too many. */
    record Duplicate() implements ClaimDecision {
    }

    /** It is dead, and its letter may have been lost with the owner that was to send it. */
    record SendLetter(Death death) implements ClaimDecision {
    }

    /** It is parked, and its message may have been lost with the owner that was to send it. */
    record SendMessage(Instant notBefore) implements ClaimDecision {
    }

    /** Another owner has it. */
    record WaitUntil(Instant leaseEnd) implements ClaimDecision {
    }

    /**
     * Decides, once and purely.
     *
     * @param entry what the ledger holds
     * @param life which life of the event the delivery belongs to: how often it was redriven
     * @param message the number of the message that brought the event; 0 if its source did, or a redrive
     */
    static ClaimDecision of(EventEntry entry, int life, int message, Instant now) {
        if (life > entry.life()) {
            return ofNewerLife(entry.state(), now);
        }
        // What an older life has left to say, the newer one says again.
        return life < entry.life() ? new Duplicate() : ofSameLife(entry, message, now);
    }

    /** A dead event lives again; one that is not dead was not to be redriven, and is not handled twice. */
    private static ClaimDecision ofNewerLife(EventState state, Instant now) {
        if (state instanceof EventState.InProgress owned && owned.leaseEnd().isAfter(now)) {
            return new WaitUntil(owned.leaseEnd());
        }
        return state.isTerminal() && !(state instanceof EventState.Dead) ? new Duplicate() : new Take();
    }

    private static ClaimDecision ofSameLife(EventEntry entry, int message, Instant now) {
        EventState state = entry.state();
        if (state instanceof EventState.Dead dead && !dead.sent()) {
            return new SendLetter(dead.death());
        }
        if (state.isTerminal()) {
            return new Duplicate();
        }
        if (state instanceof EventState.InProgress owned) {
            return owned.leaseEnd().isAfter(now) ? new WaitUntil(owned.leaseEnd()) : new Take();
        }
        if (state instanceof EventState.Parked parked && message < entry.parks()) {
            return parked.sent() ? new Duplicate() : new SendMessage(parked.notBefore());
        }
        return new Take();
    }
}
