package dev.punctual.dispatch;

import java.util.function.Function;

/** Whether a handler's outcomes are kept in the ledger, and what makes two events the same there. */
public sealed interface Idempotency {

    /** They are not kept. */
    record None() implements Idempotency {
    }

    /** Each record of a stream and each message of a queue is an event of its own. */
    record ByRecord() implements Idempotency {
    }

    /** Events with the same id are the same event. */
    record ByEventId() implements Idempotency {
    }

    /**
     * Events with the same business key are the same event.
     *
     * @param key reads the key from an instance of the handler's payload type; without reflection, safe for use by several
     *        threads
     */
    record ByBusinessKey(Function<Object, String> key) implements Idempotency {
    }

    /** No ledger. */
    Idempotency NONE = new None();

    /** Whether the handler needs a ledger. */
    default boolean isKept() {
        return !(this instanceof None);
    }
}
