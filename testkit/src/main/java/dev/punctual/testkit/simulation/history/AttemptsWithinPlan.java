package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 8, without the ledger: within one lineage, from an event's delivery through its retry messages, attempts are counted on and
 * never too many.
 */
final class AttemptsWithinPlan implements Invariant {

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
        Map<String, Integer> counts = new HashMap<>();
        items.forEach(item -> item.handlers().forEach(handler -> counts.put(item.event() + '#' + handler, item.attempts())));
        for (var happening : happenings) {
            if (happening instanceof Happening.Attempted attempt && !history.isKept(attempt.event(), attempt.handler())) {
                check(history.rules(), attempt, counts.merge(attempt.event() + '#' + attempt.handler(), 1, Integer::sum),
                        found);
            } else if (happening instanceof Happening.Parked parked
                    && !history.isKept(parked.event(), parked.handler())) {
                int counted = counts.getOrDefault(parked.event() + '#' + parked.handler(), 0);
                if (parked.attempts() != counted) {
                    found.add(new Violation(8, parked.event(),
                            "it was parked with " + parked.attempts() + " attempts after " + counted));
                }
            }
        }
    }

    private static void check(Rules rules, Happening.Attempted attempt, int number, List<Violation> found) {
        if (attempt.attempt() != number) {
            found.add(new Violation(8, attempt.event(),
                    "attempt " + number + " for " + attempt.handler() + " was numbered " + attempt.attempt()));
        }
        var handler = rules.handlers().get(attempt.handler());
        if (handler != null && number > handler.maxAttempts()) {
            found.add(new Violation(8, attempt.event(), "attempt " + number + " for " + attempt.handler() + " is more than the "
                    + handler.maxAttempts() + " it may have"));
        }
    }
}
