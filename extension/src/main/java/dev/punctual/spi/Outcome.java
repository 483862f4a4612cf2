package dev.punctual.spi;

import java.time.Duration;

import dev.punctual.deadletter.Reason;

/** What became of an event in one invocation. */
public sealed interface Outcome {

    /** Its handler returned. */
    record Handled() implements Outcome {
    }

    /**
     * No handler takes its type, and the configuration says to let such events pass.
     */
    record Ignored() implements Outcome {
    }

    /**
     * The retry queue has it.
     *
     * @param delay what it waits there at least
     */
    record Parked(Duration delay) implements Outcome {
    }

    /**
     * The dead-letter queue has it.
     *
     * @param reason why
     */
    record DeadLettered(Reason reason) implements Outcome {
    }

    /**
     * Its source keeps it and delivers it again.
     *
     * @param why in a sentence, without payload data
     */
    record ReturnedToSource(String why) implements Outcome {
    }

    /** The ledger knows that it is over, or that the retry queue has it: this delivery is one too many. */
    record Duplicate() implements Outcome {
    }

    /** A later event of its key was handled before it. */
    record Superseded() implements Outcome {
    }

    /** Its handler returned. */
    Outcome HANDLED = new Handled();

    /** It passed without a handler. */
    Outcome IGNORED = new Ignored();

    /** It was delivered once too often. */
    Outcome DUPLICATE = new Duplicate();

    /** It came too late. */
    Outcome SUPERSEDED = new Superseded();

    /** The outcome in a word, as metrics and logs call it. */
    default String word() {
        if (this instanceof Parked) {
            return "parked";
        }
        if (this instanceof DeadLettered) {
            return "dead-lettered";
        }
        if (this instanceof Duplicate) {
            return "duplicate";
        }
        if (this instanceof Superseded) {
            return "superseded";
        }
        if (this instanceof Handled) {
            return "handled";
        }
        return this instanceof Ignored ? "ignored" : "returned";
    }

    /** Whether its source may forget it: all but {@link ReturnedToSource}. */
    default boolean acknowledged() {
        return !(this instanceof ReturnedToSource);
    }

    /** The outcome of two handlers' shares of one event: its source keeps it as soon as one of them needs it. */
    static Outcome join(Outcome a, Outcome b) {
        return a.acknowledged() ? b : a;
    }
}
