package dev.punctual.spi;

import java.time.Instant;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;

/**
 * Is told what happens to events, for metrics and tests.
 *
 * <p>
 * Called by the threads that handle events, so several at once; what it throws is logged and changes nothing. It must be
 * quick: an event waits for it.
 */
public interface DispatchListener {

    /** Listens to nothing. */
    DispatchListener NONE = new DispatchListener() {
    };

    /**
     * A handler is about to be called.
     *
     * @param handler the handler's id
     */
    default void attemptStarted(String handler, EventContext context, Instant start) {
    }

    /**
     * A handler's call failed; what becomes of the event is told by {@link #finished}, unless it is tried again in place.
     *
     * @param handler the handler's id
     */
    default void attemptFailed(String handler, EventContext context, Throwable failure) {
    }

    /**
     * The ledger did not do what an event needed; it returns to its source, or goes on without the ledger, as configured.
     *
     * @param handler the handler's id
     * @param why in a sentence, without payload data
     */
    default void ledgerFailed(String handler, EventRecord event, String why) {
    }

    /**
     * An event is through, in this invocation, for one handler.
     *
     * @param handler the handler's id, or an empty string where none takes the event
     * @param failedAttempts how many attempts have failed, earlier invocations included
     */
    default void finished(String handler, EventRecord event, Outcome outcome, int failedAttempts, Instant end) {
    }
}
