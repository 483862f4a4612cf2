package dev.punctual.testkit.queue;

import java.time.Duration;
import java.util.Optional;

/**
 * How to receive.
 *
 * @param maximum 1–10 messages
 * @param visibilityTimeout whole seconds up to 12 h; empty for the queue's own
 * @param waitTime whole seconds up to 20; empty for the queue's own; only long polling heeds it
 */
public record ReceiveRequest(int maximum, Optional<Duration> visibilityTimeout, Optional<Duration> waitTime) {

    /** Receives with the queue's own visibility timeout and wait time. */
    public static ReceiveRequest upTo(int maximum) {
        return new ReceiveRequest(maximum, Optional.empty(), Optional.empty());
    }

    /** The same with a visibility timeout of its own. */
    public ReceiveRequest hiddenFor(Duration visibilityTimeout) {
        return new ReceiveRequest(maximum, Optional.of(visibilityTimeout), waitTime);
    }

    /** The same with a wait time of its own. */
    public ReceiveRequest waiting(Duration waitTime) {
        return new ReceiveRequest(maximum, visibilityTimeout, Optional.of(waitTime));
    }
}
