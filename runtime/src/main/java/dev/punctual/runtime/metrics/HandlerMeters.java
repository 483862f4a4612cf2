package dev.punctual.runtime.metrics;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The meters of one handler, looked up once; safe for use by several threads. */
final class HandlerMeters {

    private static final String NONE = "none";
    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS_A_SECOND - 1;

    private final MeterRegistry registry;
    private final String handler;
    private final Timer slack;
    private final Counter late;
    private final Counter retriedInPlace;
    private final DistributionSummary attempts;
    private final Map<String, Timer> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Counter> failures = new ConcurrentHashMap<>();

    /**
     * @param handler its id, or an empty string for events that no handler takes
     */
    HandlerMeters(MeterRegistry registry, String handler) {
        this.registry = registry;
        this.handler = handler.isEmpty() ? NONE : handler;
        this.slack = registry.timer("punctual.slack", "handler", this.handler);
        this.late = registry.counter("punctual.late", "handler", this.handler);
        this.retriedInPlace = registry.counter("punctual.retries.in.place", "handler", this.handler);
        this.attempts = registry.summary("punctual.attempts", "handler", this.handler);
    }

    void finished(Finished finished) {
        Outcome outcome = finished.outcome();
        outcomes.computeIfAbsent(key(outcome), key -> events(outcome))
                .record(nanos(finished.event().arrival(), finished.end()), TimeUnit.NANOSECONDS);
        if (outcome instanceof Outcome.Handled) {
            attempts.record(finished.attempts().count() + 1d);
            slack(nanos(finished.end(), finished.deadline().at()));
        } else if (outcome instanceof Outcome.DeadLettered) {
            attempts.record(finished.attempts().count());
        }
    }

    private void slack(long nanos) {
        if (nanos < 0) {
            late.increment();
        } else {
            slack.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** From the one to the other, at most some 292 years. */
    private static long nanos(Instant from, Instant to) {
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        return Math.abs(seconds) < MOST_SECONDS ? seconds * NANOS_A_SECOND + to.getNano() - from.getNano()
                : seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static String key(Outcome outcome) {
        return outcome instanceof Outcome.DeadLettered dead ? dead.reason().name() : outcome.word();
    }

    private Timer events(Outcome outcome) {
        return registry.timer("punctual.events", "handler", handler, "outcome", outcome.word(), "reason", reason(outcome));
    }

    private static String reason(Outcome outcome) {
        return outcome instanceof Outcome.DeadLettered dead ? dead.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : NONE;
    }

    void failed(Throwable failure) {
        failures.computeIfAbsent(failure.getClass().getName(),
                exception -> registry.counter("punctual.attempts.failed", "handler", handler, "exception", exception))
                .increment();
    }

    void retriedInPlace() {
        retriedInPlace.increment();
    }

    void ledgerFailed() {
        registry.counter("punctual.ledger.failures", "handler", handler).increment();
    }
}
