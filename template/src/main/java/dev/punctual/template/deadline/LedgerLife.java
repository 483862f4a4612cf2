package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.List;

import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.QueuePurpose;

/** Finds ledgers that forget an event while it can still be delivered. */
final class LedgerLife {

    private static final Duration MARGIN = Duration.ofDays(1);

    private LedgerLife() {
    }

    static List<Finding> of(Situation situation) {
        if (!situation.handler().idempotent()) {
            return List.of();
        }
        Duration kept = situation.streamMapping().map(mapping -> mapping.stream().settings().retention())
                .orElseGet(() -> situation.queue(QueuePurpose.SOURCE).retention());
        Duration budget = situation.handler().retry().map(policy -> policy.budget().value().plus(MARGIN))
                .orElse(Duration.ZERO);
        Duration ttl = situation.timing().ledgerTtl();
        // As the application checks it at start: more than a day longer than the budget.
        if (ttl.compareTo(kept) >= 0 && (budget.isZero() || ttl.compareTo(budget) > 0)) {
            return List.of();
        }
        String why = ttl.compareTo(kept) < 0 ? "its " + situation.source().described() + " keeps events for " + Spans.text(kept)
                : "it may be tried for " + Spans.text(budget.minus(MARGIN)) + ", and a day more is needed";
        Duration needed = Spans.ceilToDays(Spans.max(kept, budget.plusMillis(budget.isZero() ? 0 : 1)));
        return List.of(Finding.error(situation.handler().method(), "the ledger forgets an event " + Spans.text(ttl)
                + " after it was written (" + Names.LEDGER_TTL + "), and " + why + ": it would be handled again",
                "set " + Names.LEDGER_TTL + '=' + Spans.setting(needed)));
    }
}
