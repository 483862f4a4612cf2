package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * 8, with the ledger: attempts are counted on from claim to claim and never too many; claims in a row are counted, too, and
 * one beyond the limit is not run.
 */
final class ClaimsCounted implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        if (!history.rules().ledgerRules()) {
            return List.of();
        }
        var check = new Check(history);
        history.all().forEach(check::see);
        return check.found;
    }

    /** An event that is owned: as it was claimed, how often in a row, and how many attempts followed. */
    private record Claim(Happening.LedgerWritten entry, int inARow, int attempts) {
    }

    private static final class Check {

        private final History history;
        private final Map<String, Claim> claims = new HashMap<>();
        private final List<Violation> found = new ArrayList<>();

        private Check(History history) {
            this.history = history;
        }

        private void see(Happening happening) {
            if (happening instanceof Happening.LedgerWritten written) {
                var claim = claim(claims.get(written.key()), written);
                claims.put(written.key(), claim);
                if (claim.inARow() != written.claims() && !written.state().isTerminal()) {
                    found.add(new Violation(8, "", written.key() + " says it was claimed " + written.claims()
                            + " times in a row, it was " + claim.inARow()));
                }
            } else if (happening instanceof Happening.Attempted attempt
                    && history.isKept(attempt.event(), attempt.handler())) {
                check(attempt, history.keyOf(attempt.event(), attempt.handler()));
            }
        }

        private static Claim claim(@Nullable Claim before, Happening.LedgerWritten written) {
            int inARow = before == null ? 0 : before.inARow();
            return switch (written.state()) {
                case IN_PROGRESS -> new Claim(written,
                        before != null && before.entry().state() == EntryState.PARKED ? 1 : inARow + 1, 0);
                case FREE -> new Claim(written, Math.max(0, inARow - 1), 0);
                case PARKED -> new Claim(written, inARow, 0);
                // Its owner may not know yet that its own write has ended it.
                case HANDLED, SUPERSEDED, DEAD -> before == null ? new Claim(written, inARow, 0) : before;
            };
        }

        private void check(Happening.Attempted attempt, String key) {
            var claim = claims.get(key);
            if (claim == null || claim.entry().invocation() != attempt.invocation()) {
                // It was fenced out meanwhile; what it does is bounded by its own lease.
                return;
            }
            int number = claim.entry().attempts() + claim.attempts() + 1;
            claims.put(key, new Claim(claim.entry(), claim.inARow(), claim.attempts() + 1));
            if (attempt.attempt() != number) {
                found.add(new Violation(8, attempt.event(), "attempt " + number + " was numbered " + attempt.attempt()));
            }
            var rules = history.rules().handlers().get(attempt.handler());
            if (rules != null && number > rules.maxAttempts()) {
                found.add(new Violation(8, attempt.event(),
                        "attempt " + number + " is more than the " + rules.maxAttempts() + " it may have"));
            }
            int limit = history.rules().ledger().claimLimit();
            if (claim.inARow() > limit) {
                found.add(new Violation(8, attempt.event(),
                        "it was run at claim " + claim.inARow() + " in a row, the limit is " + limit));
            }
        }
    }
}
