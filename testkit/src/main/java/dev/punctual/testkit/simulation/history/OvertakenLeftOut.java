package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.punctual.ledger.SequenceOrder;

/** 9, where late events are superseded: none runs that was claimed when the ledger had a later one of its key as applied. */
final class OvertakenLeftOut implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        if (!history.rules().ledgerRules()) {
            return List.of();
        }
        var check = new Check(history);
        history.all().forEach(check::see);
        return check.found;
    }

    private static final class Check {

        private final History history;
        private final Map<String, Happening.Accepted> accepted = new HashMap<>();
        private final Map<String, String> lastApplied = new HashMap<>();
        private final Map<String, Map<String, String>> seenAtClaim = new HashMap<>();
        private final List<Violation> found = new ArrayList<>();

        private Check(History history) {
            this.history = history;
        }

        private void see(Happening happening) {
            if (happening instanceof Happening.Accepted event) {
                accepted.put(event.event(), event);
            } else if (happening instanceof Happening.KeyWritten key) {
                lastApplied.put(key.key(), key.lastApplied());
            } else if (happening instanceof Happening.LedgerWritten written && written.state() == EntryState.IN_PROGRESS) {
                seenAtClaim.put(written.key(), Map.copyOf(lastApplied));
            } else if (happening instanceof Happening.Attempted attempt
                    && history.rules().orderOf(attempt.handler()) == Rules.Order.SUPERSEDE) {
                check(attempt);
            }
        }

        private void check(Happening.Attempted attempt) {
            var event = accepted.get(attempt.event());
            if (event == null) {
                return;
            }
            var source = attempt.event().substring(0, attempt.event().indexOf('/'));
            var position = attempt.event().substring(attempt.event().indexOf(':') + 1);
            var applied = seenAtClaim.getOrDefault(history.keyOf(attempt.event(), attempt.handler()), Map.of())
                    .getOrDefault(source + "//" + event.partitionKey() + '#' + attempt.handler(), "");
            if (!applied.isEmpty() && SequenceOrder.isBefore(position, applied)) {
                found.add(new Violation(9, attempt.event(),
                        attempt.handler() + " was called after " + applied + " of its key was applied"));
            }
        }
    }
}
