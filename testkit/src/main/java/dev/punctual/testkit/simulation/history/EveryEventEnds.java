package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 1: once faults stop, each accepted event was handled by each of its handlers, or is dead or superseded for it; where the
 * ledger keeps it, that is what the ledger must say.
 */
final class EveryEventEnds implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        var excused = Excused.of(history);
        var ended = ended(history);
        List<Violation> found = new ArrayList<>();
        history.of(Happening.Unsettled.class).forEach(each -> found.add(new Violation(1, "", each.what())));
        for (var accepted : history.of(Happening.Accepted.class)) {
            for (var handler : accepted.handlers()) {
                if (!excused.contains(accepted.event()) && !ended.contains(name(history, accepted.event(), handler))) {
                    found.add(new Violation(1, accepted.event(), "it is neither handled by '" + handler + "' nor dead"));
                }
            }
        }
        return found;
    }

    private static Set<String> ended(History history) {
        boolean ledgerRules = history.rules().ledgerRules();
        Set<String> ended = new HashSet<>();
        for (var happening : history.all()) {
            if (happening instanceof Happening.Handled handled
                    && !(ledgerRules && history.isKept(handled.event(), handled.handler()))) {
                ended.add(name(history, handled.event(), handled.handler()));
            } else if (happening instanceof Happening.Buried buried
                    && !(ledgerRules && history.isKept(buried.event(), buried.handler()))) {
                ended.add(name(history, buried.event(), buried.handler()));
            } else if (Invocations.isSupersededWithoutLedger(history, happening)
                    && happening instanceof Happening.Finished superseded) {
                ended.add(name(history, superseded.event(), superseded.handler()));
            } else if (happening instanceof Happening.LedgerWritten written && written.state().isTerminal()) {
                ended.add(written.key());
            }
        }
        return ended;
    }

    private static String name(History history, String event, String handler) {
        var key = history.keyOf(event, handler);
        return key.isEmpty() ? event + '#' + handler : key;
    }
}
