package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;

/** Keeps a listener's failures from the events it listens to. */
final class SafeListener implements DispatchListener {

    private static final Logger LOG = Logger.getLogger(SafeListener.class);

    private final DispatchListener listener;

    SafeListener(DispatchListener listener) {
        this.listener = listener;
    }

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        guard(() -> listener.attemptStarted(handler, context, start));
    }

    @Override
    public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
            @Nullable Throwable failure) {
        guard(() -> listener.attemptEnded(handler, context, start, end, failure));
    }

    @Override
    public void retriedInPlace(String handler, EventContext context, Duration wait) {
        guard(() -> listener.retriedInPlace(handler, context, wait));
    }

    @Override
    public void ledgerCalled(String operation, int items, Duration took) {
        guard(() -> listener.ledgerCalled(operation, items, took));
    }

    @Override
    public void ledgerFailed(String handler, EventRecord event, String why) {
        guard(() -> listener.ledgerFailed(handler, event, why));
    }

    @Override
    public void finished(Finished finished) {
        guard(() -> listener.finished(finished));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A dispatch listener failed; events are not affected", e);
        }
    }
}
