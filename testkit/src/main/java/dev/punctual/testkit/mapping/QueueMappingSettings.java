package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of an event source mapping from a queue to a function, with AWS's names, ranges and defaults.
 *
 * @param queue the queue's name
 * @param batchSize 1 – 10 messages, 10 by default, up to 10,000 with a batching window; an event also ends at 6 MiB
 * @param batchingWindow 0 – 300 whole seconds, 0 by default, from when the first message of a batch was received
 * @param maximumConcurrency 2 – 1,000 invocations at a time; empty, the default, for an account's 1,000
 * @param reportBatchItemFailures whether the function's answer is heeded, off by default
 * @param functionTimeout if known, a queue with a shorter visibility timeout is refused, as AWS does
 * @param backoff between attempts of a throttled invocation, and after a failed receive
 */
public record QueueMappingSettings(String queue, int batchSize, Duration batchingWindow, Optional<Integer> maximumConcurrency,
        boolean reportBatchItemFailures, Optional<Duration> functionTimeout, Backoff backoff) {

    private static final String NAME = "QueueMapping";
    private static final int UNLIMITED = 1_000;

    /** Throws {@link IllegalArgumentException} for a value out of its range. */
    public QueueMappingSettings {
        Settings.seconds(NAME, "batchingWindow", batchingWindow, 0, 300);
        Settings.range(NAME, "batchSize", batchSize, 1, 10_000);
        if (batchSize > 10 && batchingWindow.isZero()) {
            throw new IllegalArgumentException(NAME + ": batchSize above 10 needs a batchingWindow of 1 second or more, was "
                    + batchSize + " without one");
        }
        maximumConcurrency.ifPresent(value -> Settings.range(NAME, "maximumConcurrency", value, 2, 1_000));
        functionTimeout.ifPresent(timeout -> Settings.seconds(NAME, "functionTimeout", timeout, 1, 900));
    }

    /** How many invocations may run at a time. */
    int concurrency() {
        return maximumConcurrency.orElse(UNLIMITED);
    }

    /** Settings with AWS's defaults. */
    public static Builder of(String queue) {
        return new Builder(queue);
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final String queue;
        private int batchSize = 10;
        private Duration batchingWindow = Duration.ZERO;
        private Optional<Integer> maximumConcurrency = Optional.empty();
        private boolean reportBatchItemFailures;
        private Optional<Duration> functionTimeout = Optional.empty();
        private Backoff backoff = Backoff.DEFAULT;

        private Builder(String queue) {
            this.queue = queue;
        }

        public Builder batchSize(int messages) {
            this.batchSize = messages;
            return this;
        }

        public Builder batchingWindow(Duration window) {
            this.batchingWindow = window;
            return this;
        }

        public Builder maximumConcurrency(int invocations) {
            this.maximumConcurrency = Optional.of(invocations);
            return this;
        }

        public Builder reportBatchItemFailures() {
            this.reportBatchItemFailures = true;
            return this;
        }

        public Builder functionTimeout(Duration timeout) {
            this.functionTimeout = Optional.of(timeout);
            return this;
        }

        public Builder backoff(Backoff backoff) {
            this.backoff = backoff;
            return this;
        }

        public QueueMappingSettings build() {
            return new QueueMappingSettings(queue, batchSize, batchingWindow, maximumConcurrency, reportBatchItemFailures,
                    functionTimeout, backoff);
        }
    }
}
