package dev.punctual.devui;

import java.util.List;

import dev.punctual.DeadLetters;

/** The dead-letter queues of the application; safe for use by several threads. */
interface LetterQueues {

    /** The sources of the application, each with its queues. */
    List<SourceView> sources();

    /**
     * The letters of a source.
     *
     * @throws IllegalArgumentException if the application has no such source
     */
    DeadLetters of(String source);

    /**
     * About how many letters a source has, without holding any.
     *
     * @throws IllegalArgumentException if the application has no such source
     */
    long size(String source);
}
