package dev.punctual.runtime;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import dev.punctual.event.EventSource;
import dev.punctual.spi.InvocationListener;

/** Tells several listeners, one after the other; what one throws is logged. */
record InvocationListeners(List<InvocationListener> all) implements InvocationListener {

    private static final Logger LOG = Logger.getLogger(InvocationListeners.class);

    @Override
    public void began(String function, String requestId, Instant end) {
        each(listener -> listener.began(function, requestId, end));
    }

    @Override
    public void received(EventSource source, int records, Instant newest) {
        each(listener -> listener.received(source, records, newest));
    }

    @Override
    public void answering(Instant end) {
        each(listener -> listener.answering(end));
    }

    private void each(Consumer<InvocationListener> tell) {
        for (InvocationListener listener : all) {
            try {
                tell.accept(listener);
            } catch (RuntimeException | Error e) {
                LOG.errorf(e, "%s failed; events are not affected", listener.getClass().getName());
            }
        }
    }
}
