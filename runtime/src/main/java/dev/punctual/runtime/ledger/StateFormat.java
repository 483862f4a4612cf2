package dev.punctual.runtime.ledger;

import dev.punctual.deadletter.Reason;
import dev.punctual.ledger.Death;
import dev.punctual.ledger.EventState;

/** Where an event stands, as attributes that a person can read. */
final class StateFormat {

    private static final String STATE = "state";
    private static final String LEASE_END = "leaseEnd";
    private static final String NOT_BEFORE = "notBefore";
    private static final String SENT = "sent";
    private static final String REASON = "reason";
    private static final String DETAIL = "detail";
    private static final String DIED_AT = "diedAt";

    private StateFormat() {
    }

    static void write(EventState state, Attributes to) {
        if (state instanceof EventState.InProgress owned) {
            to.put(STATE, "IN_PROGRESS").put(LEASE_END, owned.leaseEnd());
        } else if (state instanceof EventState.Parked parked) {
            to.put(STATE, "PARKED").put(NOT_BEFORE, parked.notBefore()).put(SENT, parked.sent());
        } else if (state instanceof EventState.Dead dead) {
            to.put(STATE, "DEAD").put(SENT, dead.sent()).put(REASON, dead.death().reason().name())
                    .put(DETAIL, dead.death().detail()).put(DIED_AT, dead.death().at());
        } else {
            to.put(STATE, state instanceof EventState.Handled ? "HANDLED"
                    : state instanceof EventState.Superseded ? "SUPERSEDED" : "FREE");
        }
    }

    static EventState read(Attributes from) {
        return switch (from.text(STATE)) {
            case "FREE" -> EventState.FREE;
            case "IN_PROGRESS" -> new EventState.InProgress(from.instant(LEASE_END));
            case "PARKED" -> new EventState.Parked(from.instant(NOT_BEFORE), from.flag(SENT));
            case "HANDLED" -> EventState.HANDLED;
            case "SUPERSEDED" -> EventState.SUPERSEDED;
            case "DEAD" -> new EventState.Dead(new Death(reason(from), from.text(DETAIL), from.instant(DIED_AT)),
                    from.flag(SENT));
            default -> throw from.wrong(STATE, "a state");
        };
    }

    private static Reason reason(Attributes from) {
        try {
            return Reason.valueOf(from.text(REASON));
        } catch (IllegalArgumentException e) {
            throw from.wrong(REASON, "a reason that this version of the application knows");
        }
    }
}
