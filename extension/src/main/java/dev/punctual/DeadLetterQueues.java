package dev.punctual;

import java.util.Set;

/** The dead letters of every source of the application: inject it where there are several; safe for use by several threads. */
public interface DeadLetterQueues {

    /** The names of the streams and queues that feed handlers. */
    Set<String> sources();

    /**
     * The dead letters of a source.
     *
     * @param source as {@code @OnEvent} names it
     * @throws IllegalArgumentException if no handler is fed by it
     */
    DeadLetters of(String source);
}
