package dev.punctual.runtime.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts events and attempts with Micrometer; a bean of every application that has {@code quarkus-micrometer}.
 *
 * <ul>
 * <li>{@code punctual.events}: timer from arrival to outcome, by {@code handler}, {@code outcome} (handled, parked,
 * dead-lettered, returned, ignored, duplicate, superseded) and {@code reason} (of dead letters; {@code none} otherwise)
 * <li>{@code punctual.attempts.failed}: counter by {@code handler} and {@code exception}
 * <li>{@code punctual.ledger.failures}: counter by {@code handler}
 * </ul>
 */
@Singleton
public class MicrometerListener implements DispatchListener {

    private static final String NONE = "none";

    private final MeterRegistry registry;

    @Inject
    public MicrometerListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
            @Nullable Throwable failure) {
        if (failure != null) {
            registry.counter("punctual.attempts.failed", "handler", handler, "exception", failure.getClass().getName())
                    .increment();
        }
    }

    @Override
    public void ledgerFailed(String handler, EventRecord event, String why) {
        registry.counter("punctual.ledger.failures", "handler", handler).increment();
    }

    @Override
    public void finished(Finished finished) {
        registry.timer("punctual.events", "handler", finished.handler().isEmpty() ? NONE : finished.handler(), "outcome",
                name(finished.outcome()), "reason", reason(finished.outcome()))
                .record(Duration.between(finished.event().arrival(), finished.end()));
    }

    private static String name(Outcome outcome) {
        if (outcome instanceof Outcome.Handled) {
            return "handled";
        }
        if (outcome instanceof Outcome.Parked) {
            return "parked";
        }
        if (outcome instanceof Outcome.DeadLettered) {
            return "dead-lettered";
        }
        if (outcome instanceof Outcome.Duplicate) {
            return "duplicate";
        }
        if (outcome instanceof Outcome.Superseded) {
            return "superseded";
        }
        return outcome instanceof Outcome.Ignored ? "ignored" : "returned";
    }

    private static String reason(Outcome outcome) {
        return outcome instanceof Outcome.DeadLettered dead
                ? dead.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : NONE;
    }
}
