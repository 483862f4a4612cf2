package dev.punctual.spi;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

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
     * A handler's call is over; what becomes of the event is told by {@link #finished}, unless it is tried again in place.
     *
     * @param handler the handler's id
     * @param failure what it threw, or null
     */
    default void attemptEnded(String handler, EventContext context, Instant start, Instant end,
            @Nullable Throwable failure) {
    }

    /**
     * A failed attempt is to be repeated in this invocation.
     *
     * @param handler the handler's id
     * @param context of the attempt that failed
     * @param wait what is waited before the next one
     */
    default void retriedInPlace(String handler, EventContext context, Duration wait) {
    }

    /**
     * The ledger was asked, whether it answered or not.
     *
     * @param operation {@code read} or {@code write}
     * @param items how many items the call was about
     */
    default void ledgerCalled(String operation, int items, Duration took) {
    }

    /**
     * The ledger did not do what an event needed; it returns to its source, or goes on without the ledger, as configured.
     *
     * @param handler the handler's id
     * @param why in a sentence, without payload data
     */
    default void ledgerFailed(String handler, EventRecord event, String why) {
    }

    /** An event is through, in this invocation, for one handler. */
    default void finished(Finished finished) {
    }
}
