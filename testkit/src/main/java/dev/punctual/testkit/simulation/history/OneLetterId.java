package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** 3: all letters of one event and handler carry one id, and no other letter carries it. */
final class OneLetterId implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        var ids = new HashMap<String, String>();
        var owners = new HashMap<String, String>();
        List<Violation> found = new ArrayList<>();
        for (var letter : history.of(Happening.Buried.class)) {
            var key = history.rules().ledgerRules() ? history.keyOf(letter.event(), letter.handler()) : "";
            var owner = key.isEmpty() ? letter.event() + '#' + letter.handler() : key;
            var id = ids.computeIfAbsent(owner, unknown -> letter.letterId());
            if (!id.equals(letter.letterId())) {
                found.add(new Violation(3, letter.event(), "its letters have the ids " + id + " and " + letter.letterId()));
            }
            var first = owners.computeIfAbsent(letter.letterId(), unknown -> owner);
            if (!first.equals(owner) && (history.rules().ledgerRules() || !isShared(history, letter))) {
                found.add(new Violation(3, letter.event(), first + " has a letter of the same id " + letter.letterId()));
            }
        }
        return found;
    }

    /** Without the ledger for a while, letters of several events with one business key carry that, each event its own. */
    private static boolean isShared(History history, Happening.Buried letter) {
        return letter.letterId().equals(history.keyOf(letter.event(), letter.handler()));
    }
}
