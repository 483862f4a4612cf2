package dev.punctual.runtime;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;

/** Tells several listeners, one after the other; each is told whatever the others throw, which is thrown at the end. */
record Listeners(List<DispatchListener> all) implements DispatchListener {

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        each(listener -> listener.attemptStarted(handler, context, start));
    }

    @Override
    public void attemptFailed(String handler, EventContext context, Throwable failure) {
        each(listener -> listener.attemptFailed(handler, context, failure));
    }

    @Override
    public void ledgerFailed(String handler, EventRecord event, String why) {
        each(listener -> listener.ledgerFailed(handler, event, why));
    }

    @Override
    public void finished(String handler, EventRecord event, Outcome outcome, int failedAttempts, Instant end) {
        each(listener -> listener.finished(handler, event, outcome, failedAttempts, end));
    }

    private void each(Consumer<DispatchListener> tell) {
        @Nullable
        RuntimeException first = null;
        for (DispatchListener listener : all) {
            try {
                tell.accept(listener);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else if (first != e) {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
