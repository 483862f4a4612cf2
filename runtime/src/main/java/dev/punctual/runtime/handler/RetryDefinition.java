package dev.punctual.runtime.handler;

import java.util.List;

/**
 * A {@code @RetryWithin} annotation; its durations may still be configuration expressions, which are resolved when the
 * function starts.
 *
 * @param budget the annotation's value
 * @param maxAttempts at least 1
 * @param backoff the bound of the first wait
 * @param maxBackoff the bound of every wait
 * @param permanent exceptions after which no retry helps
 */
public record RetryDefinition(String budget, int maxAttempts, String backoff, String maxBackoff,
        List<Class<? extends Throwable>> permanent) {
}
