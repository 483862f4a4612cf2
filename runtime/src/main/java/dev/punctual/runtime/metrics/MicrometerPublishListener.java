package dev.punctual.runtime.metrics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.punctual.spi.PublishListener;
import dev.punctual.spi.PutUnits;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts published events and what they cost with Micrometer; a bean of every application that publishes and has
 * {@code quarkus-micrometer}. All are counters by {@code stream}.
 *
 * <ul>
 * <li>{@code punctual.published.events}, {@code .records}, {@code .bytes}: what Kinesis accepted
 * <li>{@code punctual.published.units}: the put units that it costs, of 25 KiB
 * <li>{@code punctual.published.units.saved}: what more it would cost without what {@code by} says: {@code aggregation},
 * {@code compression}, or the {@code format} of the envelope, compared with JSON
 * <li>{@code punctual.published.bytes.saved}: what more it would be, by {@code compression} and {@code format}
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
        count("units.saved", stream, "aggregation", (double) entry.unitsAlone() - entry.putUnits());
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
    public void written(String stream, Written event) {
        saved(stream, "format", event.asJson(), event.written());
        saved(stream, "compression", event.written(), event.compressed());
    }

    private void saved(String stream, String by, int before, int after) {
        count("bytes.saved", stream, by, (double) before - after);
        count("units.saved", stream, by, (double) PutUnits.of(before) - PutUnits.of(after));
    }

    private void count(String name, String stream, double amount) {
        registry.counter(PREFIX + name, "stream", stream).increment(amount);
    }

    private void count(String name, String stream, String by, double amount) {
        // Small events may grow when they are compressed; a counter does not go down.
        registry.counter(PREFIX + name, "stream", stream, "by", by).increment(Math.max(0, amount));
    }
}
