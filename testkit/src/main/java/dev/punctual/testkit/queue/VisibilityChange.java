package dev.punctual.testkit.queue;

import java.time.Duration;

/**
 * A wish to hide a received message for longer or shorter.
 *
 * @param timeout from now, whole seconds up to 12 h; zero makes the message visible
 */
public record VisibilityChange(String receiptHandle, Duration timeout) {
}
