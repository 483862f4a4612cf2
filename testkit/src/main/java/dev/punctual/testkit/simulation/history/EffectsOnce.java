package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 2, of transactions: what a handler does with its event's outcome is durable just where the ledger says handled, and once. */
final class EffectsOnce implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        if (!history.rules().ledgerRules()) {
            return List.of();
        }
        Map<String, Integer> effects = new HashMap<>();
        history.of(Happening.Effect.class).forEach(effect -> effects.merge(effect.key(), 1, Integer::sum));
        Set<String> handled = new HashSet<>();
        history.of(Happening.LedgerWritten.class).stream().filter(written -> written.state() == EntryState.HANDLED)
                .forEach(written -> handled.add(written.key()));
        List<Violation> found = new ArrayList<>();
        for (var accepted : history.of(Happening.Accepted.class)) {
            accepted.keys().forEach((handler, key) -> {
                var rules = history.rules().handlers().get(handler);
                int often = effects.getOrDefault(key, 0);
                int due = handled.contains(key) ? 1 : 0;
                if (rules != null && rules.transacts() && often != due) {
                    found.add(new Violation(2, accepted.event(),
                            "the effects of " + key + " were made " + often + " times, not " + due));
                }
            });
        }
        return found;
    }
}
