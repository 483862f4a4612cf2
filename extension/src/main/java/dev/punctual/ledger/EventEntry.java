package dev.punctual.ledger;

import java.time.Instant;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadline.Deadline;

/**
 * What the ledger holds of one event for one handler.
 *
 * @param key the event's key and the handler's id
 * @param token unique to the write that made the entry
 * @param deadline the event's deadline, fixed when it was first seen
 * @param claims how often in a row an owner took it, the present one included, and came to no end
 * @param parks the number of its newest message in the retry queue; 0 if it was never parked
 * @param attempts the attempts that failed so far
 * @param state where it stands
 * @param life how often it was redriven: claims, parks, attempts and deadline are those of this life
 */
public record EventEntry(String key, String token, Deadline deadline, int claims, int parks, AttemptHistory attempts,
        EventState state, int life) implements LedgerItem {

    /** Of an event that was never redriven. */
    public EventEntry(String key, String token, Deadline deadline, int claims, int parks, AttemptHistory attempts,
            EventState state) {
        this(key, token, deadline, claims, parks, attempts, state, 0);
    }

    /** The entry of an event that the ledger does not know. */
    public static EventEntry unknown(String key, Deadline deadline, int parks, AttemptHistory attempts) {
        return new EventEntry(key, "", deadline, 0, parks, attempts, EventState.FREE);
    }

    /** The first entry of a life that begins now, in the place of this one. */
    public EventEntry reborn(EventEntry first) {
        return new EventEntry(key, token, first.deadline(), 0, first.parks(), first.attempts(), EventState.FREE,
                first.life());
    }

    /** The same in another life. */
    public EventEntry in(int otherLife) {
        return new EventEntry(key, token, deadline, claims, parks, attempts, state, otherLife);
    }

    /** Taken by an owner; a parked event has come to an end of its last claim, so its claims are counted anew. */
    public EventEntry claimed(String newToken, Instant leaseEnd) {
        int before = state instanceof EventState.Parked ? 0 : claims;
        return new EventEntry(key, newToken, deadline, before + 1, parks, attempts, new EventState.InProgress(leaseEnd), life);
    }

    /** Given back by its owner, as if it had not been taken. */
    public EventEntry released(String newToken, AttemptHistory made) {
        return new EventEntry(key, newToken, deadline, Math.max(0, claims - 1), parks, made, EventState.FREE, life);
    }

    /** Handed to the retry queue; its message is yet to be sent. */
    public EventEntry parked(String newToken, AttemptHistory made, Instant notBefore) {
        return new EventEntry(key, newToken, deadline, claims, parks + 1, made, new EventState.Parked(notBefore, false), life);
    }

    /** Given up; its letter is yet to be sent. */
    public EventEntry dead(String newToken, AttemptHistory made, Death death) {
        return new EventEntry(key, newToken, deadline, claims, parks, made, new EventState.Dead(death, false), life);
    }

    /** Handled or superseded. */
    public EventEntry ended(String newToken, EventState terminal) {
        return new EventEntry(key, newToken, deadline, claims, parks, attempts, terminal, life);
    }

    /** With its message or letter known to be sent. */
    public EventEntry sent(String newToken) {
        return new EventEntry(key, newToken, deadline, claims, parks, attempts, sentState(), life);
    }

    private EventState sentState() {
        if (state instanceof EventState.Parked parked) {
            return new EventState.Parked(parked.notBefore(), true);
        }
        if (state instanceof EventState.Dead dead) {
            return new EventState.Dead(dead.death(), true);
        }
        return state;
    }
}
