package dev.punctual.template.deadline;

import java.time.Duration;

import dev.punctual.deadline.Costs;
import dev.punctual.retry.RetryPolicy;

/**
 * What {@code @RetryWithin} comes to as the application is deployed.
 *
 * @param policy what the handler asks for
 * @param costs what its attempts are assumed to take
 * @param lastStart the last moment at which an attempt starts, counted from the event's arrival; negative where none can
 * @param warm with environments that are there
 * @param cold where the first environment of each function must be started
 */
public record Promise(RetryPolicy policy, Costs costs, Duration lastStart, Course warm, Course cold) {

    /** The time from an event's arrival within which it must be handled. */
    public Duration budget() {
        return policy.budget().value();
    }
}
