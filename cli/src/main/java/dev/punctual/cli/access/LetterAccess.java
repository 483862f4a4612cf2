package dev.punctual.cli.access;

import java.nio.file.Path;

import dev.punctual.DeadLetters;

/** Opens dead-letter queues. */
@FunctionalInterface
public interface LetterAccess {

    /**
     * The letters of a queue; nothing is asked of it yet.
     *
     * @param audit the file that deeds are added to
     */
    Opened open(Place place, Path audit);

    /** A queue that is open. */
    interface Opened extends AutoCloseable {

        /** Its letters. */
        DeadLetters letters();

        @Override
        void close();
    }
}
