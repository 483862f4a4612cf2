package dev.punctual.ledger;

import java.time.Instant;

/** Where an event stands for one handler. */
public sealed interface EventState {

    /** Nobody has it; its source delivers it again. */
    record Free() implements EventState {
    }

    /**
     * An owner has it.
     *
     * @param leaseEnd until when nobody else may take it
     */
    record InProgress(Instant leaseEnd) implements EventState {
    }

    /**
     * It waits in the retry queue.
     *
     * @param notBefore when its delay ends
     * @param sent whether the queue is known to have its message
     */
    record Parked(Instant notBefore, boolean sent) implements EventState {
    }

    /** Its handler returned; this is for good. */
    record Handled() implements EventState {
    }

    /** A later event of its key was handled before it; this is for good. */
    record Superseded() implements EventState {
    }

    /**
     * It was given up; this is for good.
     *
     * @param sent whether the dead-letter queue is known to have its letter
     */
    record Dead(Death death, boolean sent) implements EventState {
    }

    /** Nobody has it. */
    EventState FREE = new Free();

    /** It is handled. */
    EventState HANDLED = new Handled();

    /** It is superseded. */
    EventState SUPERSEDED = new Superseded();

    /** Whether nothing can follow. */
    default boolean isTerminal() {
        return this instanceof Handled || this instanceof Superseded || this instanceof Dead;
    }
}
