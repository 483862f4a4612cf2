package dev.punctual.template.deadline;

import java.time.Duration;

import dev.punctual.deadline.Costs;
import dev.punctual.retry.RetryPolicy;

/**
 * What an event that fails each time goes through, in numbers.
 *
 * @param policy how often and how long it is tried
 * @param costs what attempts take
 * @param mayPark whether it may wait in the retry queue
 * @param firstTimeout how long the invocation of its first attempt lasts
 * @param retryTimeout how long one of the retry function lasts
 */
record Journey(RetryPolicy policy, Costs costs, boolean mayPark, Duration firstTimeout, Duration retryTimeout) {

    Duration budget() {
        return policy.budget().value();
    }

    /** The last moment at which an attempt starts: D − C − G. */
    Duration lastStart() {
        return budget().minus(costs.attemptAndGuard());
    }

    /** The last moment that a further attempt is planned for. */
    Duration lastPlanned() {
        return lastStart().minus(Estimates.WAKE_UP);
    }

    /** What the engine takes an attempt to cost when it plans a further one. */
    Costs planned() {
        return new Costs(costs.attempt().plus(Estimates.WAKE_UP), costs.guard(), costs.queueLatency());
    }

    /** Whether the event may be returned to its stream, where it waits and begins with attempt 1 again. */
    boolean mayReturn() {
        return !mayPark && firstTimeout.compareTo(budget()) < 0;
    }
}
