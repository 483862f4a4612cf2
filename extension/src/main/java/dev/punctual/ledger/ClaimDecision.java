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
     * @param message the number of the message that brought the event; 0 if its source did
     */
    static ClaimDecision of(EventEntry entry, int message, Instant now) {
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
