package dev.punctual.testkit;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt: a call of a handler.
 *
 * @param event what it was called with
 * @param handler the handler's id
 * @param attempt the attempt's number, 1 for the first
 * @param start when it was called
 * @param end when it returned or threw; empty while it runs, and for ever where its function's process ended first
 * @param failure what it threw
 */
public record HandlerCall(PutEvent event, String handler, int attempt, Instant start, Optional<Instant> end,
        Optional<Throwable> failure) {

    /** Whether the handler returned. */
    public boolean succeeded() {
        return end.isPresent() && failure.isEmpty();
    }
}
