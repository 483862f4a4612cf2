package dev.punctual.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * Where an event stands in time: what is left of its budget and of the invocation.
 *
 * @param now the instant at which it was looked at
 * @param deadline the event's deadline
 * @param invocationEnd when Lambda ends the invocation; R is what is left until then
 * @param costs what an attempt and its end take
 */
public record TimeFrame(Instant now, Deadline deadline, Instant invocationEnd, Costs costs) {

    /** Whether an attempt that starts after a wait should finish by the deadline: now + wait + C + G ≤ D. */
    public boolean attemptMeetsDeadline(Duration wait) {
        return slack().compareTo(wait) >= 0;
    }

    /** Whether the invocation lasts for an attempt that starts after a wait: R ≥ wait + C + G. */
    public boolean attemptFitsInvocation(Duration wait) {
        return Duration.between(now, invocationEnd).compareTo(wait.plus(costs.attemptAndGuard())) >= 0;
    }

    /** How long the next attempt can wait and still meet the deadline: D − now − C − G; negative when it cannot. */
    public Duration slack() {
        return deadline.remaining(now).minus(costs.attemptAndGuard());
    }

    /** How long the next attempt can wait in the retry queue and still meet the deadline; negative when it cannot. */
    public Duration slackForParking() {
        return slack().minus(costs.queueLatency());
    }
}
