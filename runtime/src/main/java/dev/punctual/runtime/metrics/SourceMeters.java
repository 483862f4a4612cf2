package dev.punctual.runtime.metrics;

import java.time.Duration;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The meters of one stream or queue, looked up once; safe for use by several threads. */
final class SourceMeters {

    private final DistributionSummary batches;
    private final Timer age;

    SourceMeters(MeterRegistry registry, String source) {
        this.batches = registry.summary("punctual.batch.size", "source", source);
        this.age = registry.timer("punctual.iterator.age", "source", source);
    }

    void received(int records, Duration newestAge) {
        batches.record(records);
        age.record(newestAge.isNegative() ? Duration.ZERO : newestAge);
    }
}
