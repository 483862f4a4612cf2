package dev.punctual.template.application;

import java.time.Duration;
import java.util.Optional;

/**
 * What the engine's configuration says of times, as it stands when the application is built.
 *
 * @param attemptCost {@code quarkus.punctual.attempt-cost}; empty where it is learned
 * @param guard {@code quarkus.punctual.guard}
 * @param queueLatency {@code quarkus.punctual.queue-latency}
 * @param ledgerTtl {@code quarkus.punctual.ledger.ttl}
 * @param concurrency {@code quarkus.punctual.concurrency}; empty where it follows from the cores of the function
 */
public record Timing(Optional<Duration> attemptCost, Duration guard, Duration queueLatency, Duration ledgerTtl,
        Optional<Integer> concurrency) {

    /** The defaults of the configuration. */
    public static final Timing DEFAULT = new Timing(Optional.empty(), Duration.ofMillis(250), Duration.ofMillis(500),
            Duration.ofDays(15));

    /** With as many handlers of a batch at once as the cores of the function suggest. */
    public Timing(Optional<Duration> attemptCost, Duration guard, Duration queueLatency, Duration ledgerTtl) {
        this(attemptCost, guard, queueLatency, ledgerTtl, Optional.empty());
    }
}
