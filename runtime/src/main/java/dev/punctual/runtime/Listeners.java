package dev.punctual.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.engine.SafeListener;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;

/** Tells two listeners, one after the other, and so any number of them. */
record Listeners(DispatchListener first, DispatchListener second) implements DispatchListener {

    /** One that tells all of them, in their order; each is told whatever the others throw, which is logged. */
    static DispatchListener of(List<DispatchListener> all) {
        return all.stream().<DispatchListener> map(SafeListener::new).reduce(Listeners::new).orElse(NONE);
    }

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        first.attemptStarted(handler, context, start);
        second.attemptStarted(handler, context, start);
    }

    @Override
    public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
            @Nullable Throwable failure) {
        first.attemptEnded(handler, context, start, end, failure);
        second.attemptEnded(handler, context, start, end, failure);
    }

    @Override
    public void retriedInPlace(String handler, EventContext context, Duration wait) {
        first.retriedInPlace(handler, context, wait);
        second.retriedInPlace(handler, context, wait);
    }

    @Override
    public void ledgerCalled(String operation, int items, Duration took) {
        first.ledgerCalled(operation, items, took);
        second.ledgerCalled(operation, items, took);
    }

    @Override
    public void ledgerFailed(String handler, EventRecord event, String why) {
        first.ledgerFailed(handler, event, why);
        second.ledgerFailed(handler, event, why);
    }

    @Override
    public void finished(Finished finished) {
        first.finished(finished);
        second.finished(finished);
    }
}
