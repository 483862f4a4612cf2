package dev.punctual.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;

/** Tells several listeners, one after the other; each is told whatever the others throw, which is thrown at the end. */
record Listeners(List<DispatchListener> all) implements DispatchListener {

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        each(listener -> listener.attemptStarted(handler, context, start));
    }

    @Override
    public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
            @Nullable Throwable failure) {
        each(listener -> listener.attemptEnded(handler, context, start, end, failure));
    }

    @Override
    public void retriedInPlace(String handler, EventContext context, Duration wait) {
        each(listener -> listener.retriedInPlace(handler, context, wait));
    }

    @Override
    public void ledgerCalled(String operation, int items, Duration took) {
        each(listener -> listener.ledgerCalled(operation, items, took));
    }

    @Override
    public void ledgerFailed(String handler, EventRecord event, String why) {
        each(listener -> listener.ledgerFailed(handler, event, why));
    }

    @Override
    public void finished(Finished finished) {
        each(listener -> listener.finished(finished));
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
