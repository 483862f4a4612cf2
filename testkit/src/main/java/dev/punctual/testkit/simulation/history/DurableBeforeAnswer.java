package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 4, without the ledger: what an answer acknowledges was, in the same invocation and before the answer, handled, or taken by
 * the retry queue or
 * the dead-letter queue, for each of its handlers.
 */
final class DurableBeforeAnswer implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        List<Violation> found = new ArrayList<>();
        history.invocations().forEach(happenings -> check(history, happenings, found));
        return found;
    }

    private static void check(History history, List<Happening> happenings, List<Violation> found) {
        Set<String> durable = new HashSet<>();
        for (var happening : happenings) {
            if (happening instanceof Happening.Handled handled) {
                durable.add(handled.event() + '#' + handled.handler());
            } else if (happening instanceof Happening.Parked parked) {
                durable.add(parked.event() + '#' + parked.handler());
            } else if (happening instanceof Happening.Buried buried) {
                durable.add(buried.event() + '#' + buried.handler());
            } else if (happening instanceof Happening.Answered answer) {
                check(history, answer, Invocations.of(happenings, Happening.Delivered.class), durable, found);
            }
        }
    }

    private static void check(History history, Happening.Answered answer, List<Happening.Delivered> items, Set<String> durable,
            List<Violation> found) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var open = item.handlers().stream().filter(handler -> !history.isKept(item.event(), handler))
                    .filter(handler -> !durable.contains(item.event() + '#' + handler)).toList();
            if (!open.isEmpty() && Invocations.isAcknowledged(items, i, answer)) {
                found.add(new Violation(4, item.event(), "invocation " + answer.invocation()
                        + " acknowledged it before anything was durable for " + open));
            }
        }
    }
}
