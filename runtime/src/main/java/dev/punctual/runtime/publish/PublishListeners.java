package dev.punctual.runtime.publish;

import java.util.List;

import dev.punctual.spi.PublishListener;

/** Tells several listeners, one after the other. */
record PublishListeners(List<PublishListener> all) implements PublishListener {

    @Override
    public void accepted(String stream, Accepted entry) {
        all.forEach(listener -> listener.accepted(stream, entry));
    }

    @Override
    public void retried(String stream, int events) {
        all.forEach(listener -> listener.retried(stream, events));
    }

    @Override
    public void failed(String stream, int events) {
        all.forEach(listener -> listener.failed(stream, events));
    }

    @Override
    public void written(String stream, Written event) {
        all.forEach(listener -> listener.written(stream, event));
    }
}
