package dev.punctual.engine;

import java.time.Instant;

import org.jboss.logging.Logger;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;

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
    public void attemptFailed(String handler, EventContext context, Throwable failure) {
        guard(() -> listener.attemptFailed(handler, context, failure));
    }

    @Override
    public void ledgerFailed(String handler, EventRecord event, String why) {
        guard(() -> listener.ledgerFailed(handler, event, why));
    }

    @Override
    public void finished(String handler, EventRecord event, Outcome outcome, int failedAttempts, Instant end) {
        guard(() -> listener.finished(handler, event, outcome, failedAttempts, end));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A dispatch listener failed; events are not affected", e);
        }
    }
}
