package dev.punctual.spi;

import java.util.List;

/** Where parked events wait for their next attempt; called by one thread at a time for each batch. */
@FunctionalInterface
public interface RetryQueue {

    /**
     * Sends events to the queue.
     *
     * @param events one or more
     * @return what became of each, in their order
     */
    List<SendResult> send(List<ParkedEvent> events);
}
