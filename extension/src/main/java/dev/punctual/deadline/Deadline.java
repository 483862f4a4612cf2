package dev.punctual.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * When an event's time is up.
 *
 * @param arrival T0: when the event arrived
 * @param at D: when its budget ends
 */
public record Deadline(Instant arrival, Instant at) {

    /**
     * The deadline of an event.
     *
     * @param arrived what the platform says, which is neither exact nor monotonic: clamped to the last 365 days before
     *        {@code now}
     */
    public static Deadline of(Instant arrived, TimeBudget budget, Instant now) {
        Instant earliest = now.minus(TimeBudget.LONGEST);
        Instant arrival = arrived.isAfter(now) ? now : arrived.isBefore(earliest) ? earliest : arrived;
        return new Deadline(arrival, arrival.plus(budget.value()));
    }

    /** What is left at an instant; negative once the deadline has passed. */
    public Duration remaining(Instant now) {
        return Duration.between(now, at);
    }
}
