package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.testkit.stream.IteratorPosition;

/**
 * The settings of an event source mapping from a stream to a function, with AWS's names, ranges and defaults.
 *
 * @param stream the stream's name
 * @param function the function's name, for ARNs
 * @param batchSize 1 – 10,000 records, 100 by default; an event also ends at 6 MiB
 * @param batchingWindow 0 – 300 whole seconds, 0 by default, from when the first record of a batch was read
 * @param parallelizationFactor 1 – 10 invocations at a time per shard, each with its own partition keys; 1 by default
 * @param bisectBatchOnFunctionError whether a failed batch is split in two, off by default; splitting uses no retry
 * @param maximumRetryAttempts −1 for ever, the default, or 0 – 10,000
 * @param maximumRecordAge 60 – 604,800 whole seconds; empty, the default and AWS's −1, for as long as the stream keeps records
 * @param reportBatchItemFailures whether the function's answer is heeded, off by default
 * @param startingPosition trim horizon, the default, latest or a timestamp
 * @param onFailureQueue the queue that is told of discarded batches; by default none is, and they are only counted
 * @param onFailureBucket the bucket that gets discarded batches with their payload, in place of a queue
 * @param pollInterval how often each shard is read; about a second with AWS
 * @param backoff between attempts of a batch
 */
public record StreamMappingSettings(String stream, String function, int batchSize, Duration batchingWindow,
        int parallelizationFactor, boolean bisectBatchOnFunctionError, int maximumRetryAttempts,
        Optional<Duration> maximumRecordAge, boolean reportBatchItemFailures, IteratorPosition startingPosition,
        Optional<String> onFailureQueue, Optional<String> onFailureBucket, Duration pollInterval, Backoff backoff) {

    private static final String NAME = "StreamMapping";

    /** Throws {@link IllegalArgumentException} for a value out of its range. */
    public StreamMappingSettings {
        Settings.range(NAME, "batchSize", batchSize, 1, 10_000);
        Settings.seconds(NAME, "batchingWindow", batchingWindow, 0, 300);
        Settings.range(NAME, "parallelizationFactor", parallelizationFactor, 1, 10);
        Settings.range(NAME, "maximumRetryAttempts", maximumRetryAttempts, -1, 10_000);
        maximumRecordAge.ifPresent(age -> Settings.seconds(NAME, "maximumRecordAge", age, 60, 604_800));
        Settings.positive(NAME, "pollInterval", pollInterval);
        if (onFailureQueue.isPresent() && onFailureBucket.isPresent()) {
            throw new IllegalArgumentException(NAME + ": a mapping has one on-failure destination, was queue "
                    + onFailureQueue.get() + " and bucket " + onFailureBucket.get() + "; leave one out");
        }
        if (startingPosition instanceof IteratorPosition.AtSequenceNumber
                || startingPosition instanceof IteratorPosition.AfterSequenceNumber) {
            throw new IllegalArgumentException(NAME + ": startingPosition must be TrimHorizon, Latest or AtTimestamp, was "
                    + startingPosition + "; Lambda does not start at sequence numbers");
        }
    }

    /** Settings with AWS's defaults, from the trim horizon. */
    public static Builder of(String stream, String function) {
        return new Builder(stream, function);
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final String stream;
        private final String function;
        private int batchSize = 100;
        private Duration batchingWindow = Duration.ZERO;
        private int parallelizationFactor = 1;
        private boolean bisectBatchOnFunctionError;
        private int maximumRetryAttempts = -1;
        private Optional<Duration> maximumRecordAge = Optional.empty();
        private boolean reportBatchItemFailures;
        private IteratorPosition startingPosition = new IteratorPosition.TrimHorizon();
        private Optional<String> onFailureQueue = Optional.empty();
        private Optional<String> onFailureBucket = Optional.empty();
        private Duration pollInterval = Duration.ofSeconds(1);
        private Backoff backoff = Backoff.DEFAULT;

        private Builder(String stream, String function) {
            this.stream = stream;
            this.function = function;
        }

        public Builder batchSize(int records) {
            this.batchSize = records;
            return this;
        }

        public Builder batchingWindow(Duration window) {
            this.batchingWindow = window;
            return this;
        }

        public Builder parallelizationFactor(int factor) {
            this.parallelizationFactor = factor;
            return this;
        }

        public Builder bisectBatchOnFunctionError() {
            this.bisectBatchOnFunctionError = true;
            return this;
        }

        public Builder maximumRetryAttempts(int attempts) {
            this.maximumRetryAttempts = attempts;
            return this;
        }

        public Builder maximumRecordAge(Duration age) {
            this.maximumRecordAge = Optional.of(age);
            return this;
        }

        public Builder reportBatchItemFailures() {
            this.reportBatchItemFailures = true;
            return this;
        }

        public Builder startingPosition(IteratorPosition position) {
            this.startingPosition = position;
            return this;
        }

        public Builder onFailureQueue(String queue) {
            this.onFailureQueue = Optional.of(queue);
            return this;
        }

        public Builder onFailureBucket(String bucket) {
            this.onFailureBucket = Optional.of(bucket);
            return this;
        }

        public Builder pollInterval(Duration interval) {
            this.pollInterval = interval;
            return this;
        }

        public Builder backoff(Backoff backoff) {
            this.backoff = backoff;
            return this;
        }

        public StreamMappingSettings build() {
            return new StreamMappingSettings(stream, function, batchSize, batchingWindow, parallelizationFactor,
                    bisectBatchOnFunctionError, maximumRetryAttempts, maximumRecordAge, reportBatchItemFailures,
                    startingPosition, onFailureQueue, onFailureBucket, pollInterval, backoff);
        }
    }
}
