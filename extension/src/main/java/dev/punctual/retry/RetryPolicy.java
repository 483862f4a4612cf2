package dev.punctual.retry;

import java.util.List;

import dev.punctual.deadline.TimeBudget;

/**
 * How often and how long a handler tries.
 *
 * @param budget the time from an event's arrival within which it must be handled
 * @param maxAttempts the number of attempts, the first included; at least 1
 * @param backoff the waits between attempts
 * @param permanent exceptions, subclasses included, after which no retry helps
 */
public record RetryPolicy(TimeBudget budget, int maxAttempts, Backoff backoff,
        List<Class<? extends Throwable>> permanent) {

    /**
     * @throws IllegalArgumentException if the settings contradict each other
     */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, was " + maxAttempts);
        }
        if (backoff.base().compareTo(budget.value()) > 0) {
            throw new IllegalArgumentException(
                    "backoff must not be longer than the budget " + budget.value() + ", was " + backoff.base());
        }
        permanent = List.copyOf(permanent);
    }

    /** Whether an exception says that no retry helps. */
    public boolean isPermanent(Throwable failure) {
        return permanent.stream().anyMatch(type -> type.isInstance(failure));
    }
}
