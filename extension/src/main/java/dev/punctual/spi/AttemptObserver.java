package dev.punctual.spi;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.TraceContext;

/**
 * Surrounds attempts with what is to be there while a handler runs, in its thread: a span, the context of its logging.
 *
 * <p>
 * Called by the threads that handle events, so several at once. It must be quick, since an event waits for it, and must not
 * throw.
 */
@FunctionalInterface
public interface AttemptObserver {

    /** Observes nothing. */
    AttemptObserver NONE = (handler, context, before) -> Observation.NONE;

    /** One attempt; used by its thread alone. */
    interface Observation {

        /** One of nothing. */
        Observation NONE = new Observation() {
        };

        /** Where the attempt stands in its event's trace; {@link TraceContext#NONE} leaves what the event came with. */
        default TraceContext trace() {
            return TraceContext.NONE;
        }

        /**
         * The handler returned, or threw; called once, in the attempt's thread.
         *
         * @param failure what it threw, or null
         */
        default void end(@Nullable Throwable failure) {
        }
    }

    /**
     * A handler is about to be called, in this thread.
     *
     * @param handler the handler's id
     * @param context without the trace that {@link Observation#trace} tells
     * @param before where the attempt before stands in the trace, or, of a redriven event, that which its letter is of
     */
    Observation begin(String handler, EventContext context, TraceContext before);
}
