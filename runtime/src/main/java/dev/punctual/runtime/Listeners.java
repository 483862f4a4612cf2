package dev.punctual.runtime;

import java.time.Instant;
import java.util.List;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;

/** Tells several listeners, one after the other. */
record Listeners(List<DispatchListener> all) implements DispatchListener {

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        all.forEach(listener -> listener.attemptStarted(handler, context, start));
    }

    @Override
    public void attemptFailed(String handler, EventContext context, Throwable failure) {
        all.forEach(listener -> listener.attemptFailed(handler, context, failure));
    }

    @Override
    public void finished(String handler, EventRecord event, Outcome outcome, int failedAttempts, Instant end) {
        all.forEach(listener -> listener.finished(handler, event, outcome, failedAttempts, end));
    }
}
