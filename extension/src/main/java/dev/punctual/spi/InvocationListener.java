package dev.punctual.spi;

import java.time.Instant;

import dev.punctual.event.EventSource;

/**
 * Is told of a function's invocations, for what is to leave the process before it answers: afterwards, it may be frozen.
 *
 * <p>
 * Called by the thread of the invocation; what it throws is logged and changes nothing. One invocation runs at a time where
 * Lambda is the platform; elsewhere several may.
 */
public interface InvocationListener {

    /** Listens to nothing. */
    InvocationListener NONE = new InvocationListener() {
    };

    /**
     * An invocation begins.
     *
     * @param end when the platform ends it
     */
    default void began(String function, String requestId, Instant end) {
    }

    /**
     * Its batch was read.
     *
     * @param records how many records of a stream, or messages of a queue, there are: at least 1
     * @param newest when the latest of them arrived
     */
    default void received(EventSource source, int records, Instant newest) {
    }

    /**
     * All is done but the answer.
     *
     * @param end when the platform ends the invocation: what takes longer is lost
     */
    default void answering(Instant end) {
    }
}
