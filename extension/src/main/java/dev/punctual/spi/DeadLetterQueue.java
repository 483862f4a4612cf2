package dev.punctual.spi;

import java.util.List;

import dev.punctual.deadletter.DeadLetter;

/** Where dead letters are kept; called by one thread at a time for each batch. */
@FunctionalInterface
public interface DeadLetterQueue {

    /**
     * Sends letters to the queue.
     *
     * @param letters one or more
     * @return what became of each, in their order
     */
    List<SendResult> send(List<DeadLetter> letters);
}
