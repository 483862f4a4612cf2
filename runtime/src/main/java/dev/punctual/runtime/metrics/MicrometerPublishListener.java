package dev.punctual.runtime.metrics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.punctual.spi.PublishListener;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts published events and what they cost with Micrometer; a bean of every application that publishes and has
 * {@code quarkus-micrometer}. All are counters by {@code stream}.
 *
 * <ul>
 * <li>{@code punctual.published.events}, {@code .records}, {@code .bytes}: what Kinesis accepted
 * <li>{@code punctual.published.units}: the put units that it costs, of 25 KiB
 * <li>{@code punctual.published.units.saved}: what more it would cost without aggregation
 * <li>{@code punctual.published.bytes.saved}: what more it would be without compression
 * <li>{@code punctual.published.retries}: events whose record was refused and sent again, each time
 * <li>{@code punctual.published.failures}: events that were given up
 * </ul>
 */
@Singleton
public class MicrometerPublishListener implements PublishListener {

    private static final String PREFIX = "punctual.published.";

    private final MeterRegistry registry;

    @Inject
    public MicrometerPublishListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accepted(String stream, Accepted entry) {
        count("events", stream, entry.events());
        count("records", stream, 1);
        count("bytes", stream, entry.bytes());
        count("units", stream, entry.putUnits());
        count("units.saved", stream, entry.unitsAlone() - entry.putUnits());
    }

    @Override
    public void retried(String stream, int events) {
        count("retries", stream, events);
    }

    @Override
    public void failed(String stream, int events) {
        count("failures", stream, events);
    }

    @Override
    public void compressed(String stream, int before, int after) {
        count("bytes.saved", stream, (double) before - after);
    }

    private void count(String name, String stream, double amount) {
        // Small events may grow when they are compressed; a counter does not go down.
        registry.counter(PREFIX + name, "stream", stream).increment(Math.max(0, amount));
    }
}
