package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 3, with the ledger: at rest, what it says is dead has a letter, and nothing else has one. */
final class LetterOfTheDead implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        if (!history.rules().ledgerRules()) {
            return List.of();
        }
        Map<String, EntryState> states = new HashMap<>();
        history.of(Happening.LedgerWritten.class).forEach(written -> states.put(written.key(), written.state()));
        Set<String> letters = new HashSet<>();
        history.of(Happening.Buried.class)
                .forEach(letter -> letters.add(history.keyOf(letter.event(), letter.handler())));
        var excused = Excused.of(history);
        List<Violation> found = new ArrayList<>();
        for (var accepted : history.of(Happening.Accepted.class)) {
            accepted.keys().values().forEach(key -> {
                boolean dead = states.get(key) == EntryState.DEAD;
                if (dead && !letters.contains(key) && !excused.contains(accepted.event())) {
                    found.add(new Violation(3, accepted.event(), key + " is dead and has no letter"));
                } else if (!dead && letters.contains(key)) {
                    found.add(new Violation(3, accepted.event(), key + " has a letter and is " + states.get(key)));
                }
            });
        }
        return found;
    }
}
