package dev.punctual.publish;

import org.jboss.logging.Logger;

import dev.punctual.spi.PublishListener;

/** Keeps a listener's failures from the events it listens to. */
final class SafePublishListener implements PublishListener {

    private static final Logger LOG = Logger.getLogger(SafePublishListener.class);

    private final PublishListener listener;

    SafePublishListener(PublishListener listener) {
        this.listener = listener;
    }

    @Override
    public void accepted(String stream, Accepted record) {
        guard(() -> listener.accepted(stream, record));
    }

    @Override
    public void retried(String stream, int events) {
        guard(() -> listener.retried(stream, events));
    }

    @Override
    public void failed(String stream, int events) {
        guard(() -> listener.failed(stream, events));
    }

    @Override
    public void written(String stream, Written event) {
        guard(() -> listener.written(stream, event));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A publish listener failed; events are not affected", e);
        }
    }
}
