package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.testkit.simulation.history.Rules;

/**
 * One handler of the application.
 *
 * @param id also its handler id
 * @param type the event type it takes, or an empty string for every one
 * @param transacts whether it makes its effects and its event's outcome in one transaction
 */
record HandlerPlan(String id, String type, RetryPolicy policy, Keeping keeping, OrderRule order, boolean transacts) {

    /** Whether the ledger keeps its outcomes, and under which key. */
    enum Keeping {
        NONE,
        BY_RECORD,
        BY_BUSINESS_KEY
    }

    private static final List<OrderRule> ORDERS = List.of(OrderRule.ANY,
            new OrderRule(Ordering.UNORDERED, true, AfterDeadLetter.UNDECIDED),
            new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE),
            new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT),
            new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.UNDECIDED));
    private static final List<OrderRule> ORDERS_WITHOUT_LEDGER = List.of(OrderRule.ANY, OrderRule.ANY,
            new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.UNDECIDED));

    private static final List<Integer> BUDGETS = List.of(2, 5, 10, 30, 60, 300);
    private static final List<Integer> ATTEMPTS = List.of(1, 2, 3, 5, Integer.MAX_VALUE);
    private static final List<Integer> BASES = List.of(20, 200, 2_000, 8_000);
    private static final List<Integer> FACTORS = List.of(1, 4, 20);

    static HandlerPlan draw(String id, String type, RandomGenerator random) {
        int budget = one(BUDGETS, random);
        var base = Duration.ofMillis(Math.min(one(BASES, random), budget * 1_000));
        var keeping = one(List.of(Keeping.values()), random);
        boolean kept = keeping != Keeping.NONE;
        return new HandlerPlan(id, type, new RetryPolicy(new TimeBudget(Duration.ofSeconds(budget)),
                one(ATTEMPTS, random), new Backoff(base, base.multipliedBy(one(FACTORS, random))),
                List.of(PermanentFailureException.class)), keeping, one(kept ? ORDERS : ORDERS_WITHOUT_LEDGER, random),
                kept && random.nextInt(3) == 0);
    }

    private static <T> T one(List<T> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    /** How the engine is told of the keeping. */
    Idempotency idempotency() {
        return switch (keeping) {
            case NONE -> Idempotency.NONE;
            case BY_RECORD -> new Idempotency.ByRecord();
            case BY_BUSINESS_KEY -> new Idempotency.ByBusinessKey(payload -> Payloads.businessKey((String) payload));
        };
    }

    /** The key of an event in the ledger, where this handler has one. */
    Optional<String> keyOf(String event, byte[] data) {
        return switch (keeping) {
            case NONE -> Optional.empty();
            case BY_RECORD -> Optional.of(event + '#' + id);
            case BY_BUSINESS_KEY -> Optional.of(Payloads.decodable(data)
                    .map(payload -> World.STREAM + "/=" + Payloads.businessKey(payload)).orElse(event) + '#' + id);
        };
    }

    Rules.HandlerRules rules() {
        return new Rules.HandlerRules(policy.budget().value(), policy.maxAttempts(), orderOf(order), transacts);
    }

    private static Rules.Order orderOf(OrderRule order) {
        return switch (order.ordering()) {
            case UNORDERED -> order.supersede() ? Rules.Order.SUPERSEDE : Rules.Order.ANY;
            case PER_KEY -> order.halts() ? Rules.Order.PER_KEY_HALT : Rules.Order.PER_KEY_RELEASE;
            case PER_SHARD -> Rules.Order.PER_SHARD;
        };
    }

    boolean takes(String eventType) {
        return type.isEmpty() || type.equals(eventType);
    }
}
