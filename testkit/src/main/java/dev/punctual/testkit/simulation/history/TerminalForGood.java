package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 2: in the ledger, what is handled, superseded or dead stays so; a letter that is known to be sent stays sent. */
final class TerminalForGood implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        Map<String, Happening.LedgerWritten> current = new HashMap<>();
        List<Violation> found = new ArrayList<>();
        for (var written : history.of(Happening.LedgerWritten.class)) {
            var before = current.put(written.key(), written);
            if (before != null && before.state().isTerminal() && !follows(before, written)) {
                found.add(new Violation(2, "", written.key() + " was " + before.state() + " and became " + written.state()
                        + (written.sent() ? " (sent)" : " (unsent)") + " in invocation " + written.invocation()));
            }
        }
        return found;
    }

    private static boolean follows(Happening.LedgerWritten before, Happening.LedgerWritten after) {
        return before.state() == EntryState.DEAD && after.state() == EntryState.DEAD && (after.sent() || !before.sent());
    }
}
