package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;

/**
 * Keeps a listener's failures from the events it listens to, and from other listeners: they are logged. As safe for use by
 * several threads as the listener is.
 *
 * @param listener what is told
 */
// One block for each method: called for every event, they are to allocate nothing.
public record SafeListener(DispatchListener listener) implements DispatchListener {

    private static final Logger LOG = Logger.getLogger(SafeListener.class);

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        try {
            listener.attemptStarted(handler, context, start);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    @Override
    public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
            @Nullable Throwable failure) {
        try {
            listener.attemptEnded(handler, context, start, end, failure);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    @Override
    public void retriedInPlace(String handler, EventContext context, Duration wait) {
        try {
            listener.retriedInPlace(handler, context, wait);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    @Override
    public void ledgerCalled(String operation, int items, Duration took) {
        try {
            listener.ledgerCalled(operation, items, took);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    @Override
    public void ledgerFailed(String handler, EventRecord event, String why) {
        try {
            listener.ledgerFailed(handler, event, why);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    @Override
    public void finished(Finished finished) {
        try {
            listener.finished(finished);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void failed(Throwable failure) {
        LOG.errorf(failure, "%s failed; events are not affected", listener.getClass().getName());
    }
}
