package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import dev.punctual.PermanentFailureException;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;

/**
 * One handler of the application.
 *
 * @param id also its handler id
 * @param type the event type it takes, or an empty string for every one
 */
record HandlerPlan(String id, String type, RetryPolicy policy) {

    private static final List<Integer> BUDGETS = List.of(2, 5, 10, 30, 60, 300);
    private static final List<Integer> ATTEMPTS = List.of(1, 2, 3, 5, Integer.MAX_VALUE);
    private static final List<Integer> BASES = List.of(20, 200, 2_000, 8_000);
    private static final List<Integer> FACTORS = List.of(1, 4, 20);

    static HandlerPlan draw(String id, String type, RandomGenerator random) {
        int budget = one(BUDGETS, random);
        var base = Duration.ofMillis(Math.min(one(BASES, random), budget * 1_000));
        return new HandlerPlan(id, type, new RetryPolicy(new TimeBudget(Duration.ofSeconds(budget)),
                one(ATTEMPTS, random), new Backoff(base, base.multipliedBy(one(FACTORS, random))),
                List.of(PermanentFailureException.class)));
    }

    private static int one(List<Integer> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    boolean takes(String eventType) {
        return type.isEmpty() || type.equals(eventType);
    }
}
