package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 9, per shard: within a delivery, no attempt starts before each earlier event of the shard is through and acknowledged. */
final class ShardOrder implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        List<Violation> found = new ArrayList<>();
        history.invocations().forEach(happenings -> {
            var items = Invocations.of(happenings, Happening.Delivered.class);
            if (!Invocations.hasDuplicates(items)) {
                check(history, items, happenings, found);
            }
        });
        return found;
    }

    private static void check(History history, List<Happening.Delivered> items, List<Happening> happenings,
            List<Violation> found) {
        Map<String, Boolean> acknowledged = new HashMap<>();
        for (var happening : happenings) {
            if (happening instanceof Happening.Finished finished) {
                acknowledged.put(finished.event() + '#' + finished.handler(), finished.acknowledged());
            } else if (happening instanceof Happening.Attempted attempt
                    && history.rules().orderOf(attempt.handler()) == Rules.Order.PER_SHARD) {
                checkOne(attempt, items, acknowledged, found);
            }
        }
    }

    private static void checkOne(Happening.Attempted attempt, List<Happening.Delivered> items,
            Map<String, Boolean> acknowledged, List<Violation> found) {
        for (var item : items) {
            if (item.event().equals(attempt.event())) {
                return;
            }
            if (item.handlers().contains(attempt.handler()) && shard(item.event()).equals(shard(attempt.event()))
                    && !acknowledged.getOrDefault(item.event() + '#' + attempt.handler(), false)) {
                found.add(new Violation(9, attempt.event(), attempt.handler() + " was called before " + item.event()
                        + " was through"));
            }
        }
    }

    private static String shard(String event) {
        return event.substring(0, event.indexOf(':'));
    }
}
