package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * 5: only its owner ends an event's claim, nobody takes it over before the lease is over, and no message or letter is sent
 * that the ledger did not know of before.
 */
final class OwnersAlone implements Invariant {

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
        private final Map<String, Happening.LedgerWritten> ledger = new HashMap<>();
        private final List<Violation> found = new ArrayList<>();

        private Check(History history) {
            this.history = history;
        }

        private void see(Happening happening) {
            if (happening instanceof Happening.LedgerWritten written) {
                check(ledger.put(written.key(), written), written);
            } else if (happening instanceof Happening.Parked parked) {
                var entry = ledger.get(history.keyOf(parked.event(), parked.handler()));
                if (history.isKept(parked.event(), parked.handler()) && (entry == null || entry.parks() < parked.number())) {
                    found.add(new Violation(5, parked.event(), "message " + parked.number() + " was sent by invocation "
                            + parked.invocation() + ", the ledger knew of " + (entry == null ? 0 : entry.parks())));
                }
            } else if (happening instanceof Happening.Buried letter) {
                var entry = ledger.get(history.keyOf(letter.event(), letter.handler()));
                if (history.isKept(letter.event(), letter.handler())
                        && (entry == null || entry.state() != EntryState.DEAD)) {
                    found.add(new Violation(5, letter.event(), "a letter was sent by invocation " + letter.invocation()
                            + " while the ledger said " + (entry == null ? "nothing" : entry.state())));
                }
            }
        }

        private void check(Happening.@Nullable LedgerWritten before, Happening.LedgerWritten after) {
            if (after.state() == EntryState.IN_PROGRESS) {
                checkLease(before, after);
            } else if (!isOfOwner(before, after) && !isSentMark(before, after)) {
                found.add(new Violation(5, "", after.key() + " was written " + after.state() + " by invocation "
                        + after.invocation() + ", which did not own it"));
            }
        }

        private void checkLease(Happening.@Nullable LedgerWritten before, Happening.LedgerWritten after) {
            if (before != null && before.state() == EntryState.IN_PROGRESS && history.rules().ledger().leasesHold()
                    && after.at().plus(history.rules().ledger().clockSkew()).isBefore(before.leaseEnd())) {
                found.add(new Violation(5, "", after.key() + " was taken by invocation " + after.invocation() + " at "
                        + after.at() + ", while invocation " + before.invocation() + " had it until " + before.leaseEnd()));
            }
        }

        private static boolean isOfOwner(Happening.@Nullable LedgerWritten before, Happening.LedgerWritten after) {
            return before != null && before.state() == EntryState.IN_PROGRESS && before.invocation() == after.invocation();
        }

        private static boolean isSentMark(Happening.@Nullable LedgerWritten before, Happening.LedgerWritten after) {
            return before != null && before.state() == after.state() && after.sent() && before.parks() == after.parks();
        }
    }
}
