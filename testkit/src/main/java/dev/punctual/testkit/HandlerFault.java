package dev.punctual.testkit;

import java.time.Duration;
import java.util.function.Predicate;

import dev.punctual.EventContext;

/** Something that goes wrong when a handler is called; strikes each call, unless it is narrowed. Not thread-safe. */
public final class HandlerFault {

    /** What goes wrong. */
    sealed interface Kind {

        /** The call throws. */
        record Fails(Throwable failure) implements Kind {
        }

        /** The call takes time. */
        record Takes(Duration duration) implements Kind {
        }

        /** The function's process ends. */
        record Crashes() implements Kind {
        }
    }

    private final Kind kind;
    private Predicate<EventContext> condition = context -> true;
    private int callsLeft = Integer.MAX_VALUE;
    private boolean afterEffects;

    HandlerFault(Kind kind) {
        this.kind = kind;
    }

    /**
     * Strikes the next calls only, this many.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public HandlerFault times(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("HandlerFault: times must be at least 1, was " + calls);
        }
        this.callsLeft = calls;
        return this;
    }

    /** Strikes those calls only for which the predicate holds; it may ask for the attempt, the partition key, the type. */
    public HandlerFault whenever(Predicate<EventContext> predicate) {
        this.condition = predicate;
        return this;
    }

    /** Strikes once the handler has done its work, instead of before: its effects are made, and nobody learns of it. */
    public HandlerFault afterItsEffects() {
        this.afterEffects = true;
        return this;
    }

    Kind kind() {
        return kind;
    }

    boolean comesAfterEffects() {
        return afterEffects;
    }

    /** Whether it strikes a call; counts it, if so. */
    boolean strikes(EventContext context) {
        if (callsLeft == 0 || !condition.test(context)) {
            return false;
        }
        callsLeft--;
        return true;
    }
}
