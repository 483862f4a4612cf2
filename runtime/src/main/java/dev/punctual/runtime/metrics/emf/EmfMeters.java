package dev.punctual.runtime.metrics.emf;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;

import io.micrometer.core.instrument.AbstractDistributionSummary;
import io.micrometer.core.instrument.AbstractMeter;
import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.NoPauseDetector;

/** Meters that are emptied when they are told; what Micrometer asks them in between is what was recorded since. */
final class EmfMeters {

    private EmfMeters() {
    }

    /** Counts. */
    static final class Count extends AbstractMeter implements Counter {

        private final DoubleAdder amount = new DoubleAdder();

        Count(Id id) {
            super(id);
        }

        @Override
        public void increment(double more) {
            amount.add(more);
        }

        @Override
        public double count() {
            return amount.sum();
        }

        double take() {
            return amount.sumThenReset();
        }
    }

    /** Sizes. */
    static final class Summary extends AbstractDistributionSummary {

        private final Distribution distribution = new Distribution();

        Summary(Id id, Clock clock, double scale) {
            super(id, clock, DistributionStatisticConfig.NONE, scale, false);
        }

        @Override
        protected void recordNonNegative(double amount) {
            distribution.record(amount);
        }

        @Override
        public long count() {
            return distribution.count();
        }

        @Override
        public double totalAmount() {
            return distribution.sum();
        }

        @Override
        public double max() {
            return distribution.max();
        }

        Distribution.Snapshot take() {
            return distribution.take();
        }
    }

    /** Times, in milliseconds. */
    static final class Time extends AbstractTimer {

        private static final double NANOS = 1_000_000;

        private final Distribution distribution = new Distribution();

        Time(Id id, Clock clock) {
            super(id, clock, DistributionStatisticConfig.NONE, new NoPauseDetector(), TimeUnit.MILLISECONDS, false);
        }

        @Override
        protected void recordNonNegative(long amount, TimeUnit unit) {
            distribution.record(unit.toNanos(amount) / NANOS);
        }

        @Override
        public long count() {
            return distribution.count();
        }

        @Override
        public double totalTime(TimeUnit unit) {
            return distribution.sum() * NANOS / unit.toNanos(1);
        }

        @Override
        public double max(TimeUnit unit) {
            return distribution.max() * NANOS / unit.toNanos(1);
        }

        Distribution.Snapshot take() {
            return distribution.take();
        }
    }
}
