package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 4, with the ledger: what an answer acknowledges was, when it was given, handled or superseded in the ledger, or dead or
 * parked there, with its letter or message in the queue; while the ledger may be gone without, the latter two and what the
 * handler did count by themselves.
 */
final class LedgerBeforeAnswer implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        var check = new Check(history);
        history.all().forEach(check::see);
        return check.found;
    }

    private static final class Check {

        private final History history;
        private final Map<String, Happening.LedgerWritten> ledger = new HashMap<>();
        private final Map<String, Integer> messages = new HashMap<>();
        private final Set<String> letters = new HashSet<>();
        private final Set<String> handled = new HashSet<>();
        private final Map<Integer, List<Happening.Delivered>> batches = new HashMap<>();
        private final List<Violation> found = new ArrayList<>();

        private Check(History history) {
            this.history = history;
        }

        private void see(Happening happening) {
            if (happening instanceof Happening.LedgerWritten written) {
                ledger.put(written.key(), written);
            } else if (happening instanceof Happening.Parked parked) {
                messages.merge(history.keyOf(parked.event(), parked.handler()), parked.number(), Math::max);
            } else if (happening instanceof Happening.Buried letter) {
                letters.add(history.keyOf(letter.event(), letter.handler()));
            } else if (happening instanceof Happening.Handled done) {
                handled.add(history.keyOf(done.event(), done.handler()));
            } else if (Invocations.isSupersededWithoutLedger(history, happening)
                    && happening instanceof Happening.Finished superseded) {
                handled.add(history.keyOf(superseded.event(), superseded.handler()));
            } else if (happening instanceof Happening.Delivered item) {
                batches.computeIfAbsent(item.invocation(), id -> new ArrayList<>()).add(item);
            } else if (happening instanceof Happening.Answered answer) {
                check(answer, batches.getOrDefault(answer.invocation(), List.of()));
            }
        }

        private void check(Happening.Answered answer, List<Happening.Delivered> items) {
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                var open = item.handlers().stream().map(handler -> history.keyOf(item.event(), handler))
                        .filter(key -> !key.isEmpty() && !isDurable(key, item.message())).toList();
                if (!open.isEmpty() && Invocations.isAcknowledged(items, i, answer)) {
                    found.add(new Violation(4, item.event(), "invocation " + answer.invocation()
                            + " acknowledged it while the ledger and the queues did not have " + open));
                }
            }
        }

        private boolean isDurable(String key, int message) {
            if (history.rules().ledger().failOpen()
                    && (handled.contains(key) || letters.contains(key) || messages.containsKey(key))) {
                return true;
            }
            var entry = ledger.get(key);
            if (entry == null) {
                return false;
            }
            return switch (entry.state()) {
                case HANDLED, SUPERSEDED -> true;
                // A later message has it, and an answer that acknowledges that one must wait for more.
                case FREE, IN_PROGRESS, PARKED -> messages.getOrDefault(key, 0) > message;
                case DEAD -> letters.contains(key) || messages.getOrDefault(key, 0) > message;
            };
        }
    }
}
