package dev.punctual.spi;

import org.jspecify.annotations.Nullable;

import dev.punctual.event.Correlation;
import dev.punctual.event.TraceContext;

/**
 * Follows each published event from its making to its end, such as with a span.
 *
 * <p>
 * Called by the threads that publish, several at once. It must be quick, since an event waits for it, and must not throw.
 */
@FunctionalInterface
public interface PublishObserver {

    /** Observes nothing. */
    PublishObserver NONE = event -> Publication.NONE;

    /**
     * An event that is about to be written.
     *
     * @param stream where it goes
     * @param id its id
     * @param handler the id of the handler that publishes it, or an empty string outside of handlers
     * @param correlation its own, without the trace that {@link Publication#trace} tells
     */
    record Outgoing(String stream, String id, String type, String handler, Correlation correlation) {
    }

    /** One event on its way. */
    interface Publication {

        /** One that nobody follows. */
        Publication NONE = new Publication() {
        };

        /** Where the event stands in a trace; {@link TraceContext#NONE} leaves what it has from the event before. */
        default TraceContext trace() {
            return TraceContext.NONE;
        }

        /**
         * It is on its stream, or was given up; called once, by any thread.
         *
         * @param failure why it was given up, or null
         */
        default void end(@Nullable Throwable failure) {
        }
    }

    /** An event is about to be written, in the thread that publishes it. */
    Publication begin(Outgoing event);
}
