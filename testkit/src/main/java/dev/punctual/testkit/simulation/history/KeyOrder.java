package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 9, per key: no attempt starts while an earlier event of the key is not over, nor after a later one was attempted; where a
 * dead event halts its key, none starts after that. One that the platform gave up, or whose deadline has passed, holds
 * up nobody; an invocation that the platform no longer waits for may still run what was given up.
 */
final class KeyOrder implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        if (!history.rules().ownersExclude()) {
            return List.of();
        }
        var check = new Check(history);
        history.all().forEach(check::see);
        return check.found;
    }

    private static final class Check {

        private final History history;
        private final Set<String> excused;
        private final Map<String, List<Happening.Accepted>> byPartitionKey = new HashMap<>();
        private final Map<String, Happening.LedgerWritten> ledger = new HashMap<>();
        private final Set<String> attempted = new HashSet<>();
        private final List<Violation> found = new ArrayList<>();

        private Check(History history) {
            this.history = history;
            this.excused = Excused.of(history);
        }

        private void see(Happening happening) {
            if (happening instanceof Happening.Accepted accepted) {
                byPartitionKey.computeIfAbsent(accepted.partitionKey(), key -> new ArrayList<>()).add(accepted);
            } else if (happening instanceof Happening.LedgerWritten written) {
                ledger.put(written.key(), written);
            } else if (happening instanceof Happening.Attempted attempt
                    && history.rules().orderOf(attempt.handler()).isPerKey()) {
                check(attempt, history.keyOf(attempt.event(), attempt.handler()));
                attempted.add(history.keyOf(attempt.event(), attempt.handler()));
            }
        }

        private void check(Happening.Attempted attempt, String key) {
            var others = byPartitionKey.values().stream()
                    .filter(events -> events.stream().anyMatch(each -> each.event().equals(attempt.event()))).findFirst()
                    .orElse(List.of());
            var keys = others.stream().map(other -> other.keys().getOrDefault(attempt.handler(), "")).toList();
            // Of events that are one to the ledger, the first has the place, or the one at hand if the first was not seen.
            int first = keys.indexOf(key);
            int own = others.stream().map(Happening.Accepted::event).toList().indexOf(attempt.event());
            for (int i = 0; i < keys.size(); i++) {
                boolean counts = (i < first || i > own) && keys.indexOf(keys.get(i)) == i && !keys.get(i).isEmpty();
                if (counts && !excused.contains(others.get(i).event())) {
                    check(attempt, others.get(i), keys.get(i), i < first);
                }
            }
        }

        private void check(Happening.Attempted attempt, Happening.Accepted other, String otherKey, boolean before) {
            var entry = ledger.get(otherKey);
            var state = entry == null ? EntryState.FREE : entry.state();
            if (!before && attempted.contains(otherKey) && !excused.contains(attempt.event())) {
                found.add(new Violation(9, attempt.event(), attempt.handler() + " was called after it was for the later "
                        + other.event()));
            } else if (before && state == EntryState.DEAD
                    && history.rules().orderOf(attempt.handler()) == Rules.Order.PER_KEY_HALT) {
                found.add(new Violation(9, attempt.event(), attempt.handler() + " was called although " + other.event()
                        + " is dead and halts its key"));
            } else if (before && !state.isTerminal() && (entry == null || !entry.deadline().isBefore(attempt.at()))) {
                found.add(new Violation(9, attempt.event(), attempt.handler() + " was called while the earlier " + other.event()
                        + " was " + state));
            }
        }
    }
}
