package dev.punctual.runtime.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.InvocationListener;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Measures events, attempts, batches and the ledger with Micrometer; a bean of every application that has
 * {@code quarkus-micrometer}. Safe for use by several threads.
 *
 * <ul>
 * <li>{@code punctual.events}: timer from arrival to outcome, by {@code handler}, {@code outcome} (handled, parked,
 * dead-lettered, returned, ignored, duplicate, superseded) and {@code reason} (of dead letters; {@code none} otherwise)
 * <li>{@code punctual.slack}: timer of what handled events had left until their deadline, by {@code handler};
 * {@code punctual.late}: counter of those that had nothing left
 * <li>{@code punctual.attempts}: how many attempts events took that were handled or died, by {@code handler}
 * <li>{@code punctual.attempts.failed}: counter by {@code handler} and {@code exception}
 * <li>{@code punctual.retries.in.place}: counter by {@code handler}
 * <li>{@code punctual.batch.size}: summary by {@code source}; {@code punctual.iterator.age}: timer of how old the newest
 * event of a batch is, by {@code source}
 * <li>{@code punctual.ledger.calls}: timer by {@code operation}; {@code punctual.ledger.items}: summary by {@code operation};
 * {@code punctual.ledger.failures}: counter by {@code handler}
 * </ul>
 */
@Singleton
public class MicrometerListener implements DispatchListener, InvocationListener {

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, HandlerMeters> handlers = new ConcurrentHashMap<>();
    private final Map<String, SourceMeters> sources = new ConcurrentHashMap<>();

    @Inject
    public MicrometerListener(MeterRegistry registry) {
        this(registry, InstantSource.system());
    }

    MicrometerListener(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    private HandlerMeters of(String handler) {
        return handlers.computeIfAbsent(handler, id -> new HandlerMeters(registry, id));
    }

    @Override
    public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
            @Nullable Throwable failure) {
        if (failure != null) {
            of(handler).failed(failure);
        }
    }

    @Override
    public void retriedInPlace(String handler, EventContext context, Duration wait) {
        of(handler).retriedInPlace();
    }

    @Override
    public void ledgerCalled(String operation, int items, Duration took) {
        registry.timer("punctual.ledger.calls", "operation", operation).record(took);
        registry.summary("punctual.ledger.items", "operation", operation).record(items);
    }

    @Override
    public void ledgerFailed(String handler, EventRecord event, String why) {
        of(handler).ledgerFailed();
    }

    @Override
    public void finished(Finished finished) {
        of(finished.handler()).finished(finished);
    }

    @Override
    public void received(EventSource source, int records, Instant newest) {
        sources.computeIfAbsent(source.name(), name -> new SourceMeters(registry, name)).received(records,
                Duration.between(newest, clock.instant()));
    }
}
