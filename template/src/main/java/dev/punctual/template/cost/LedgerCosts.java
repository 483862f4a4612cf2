package dev.punctual.template.cost;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.Ordering;
import dev.punctual.template.application.Handler;

/** What the ledger costs, if each event of a source goes to a handler that is idempotent: the most that it can. */
final class LedgerCosts {

    /** Its claim and its outcome. */
    private static final int WRITES_HANDLED = 2;
    /** Parked, sent and claimed. */
    private static final int WRITES_PARKED = 3;
    /** Dead and sent. */
    private static final int WRITES_DEAD = 2;

    private LedgerCosts() {
    }

    static List<Cost> of(List<Handler> handlers, long events, Assumptions assumptions) {
        List<Cost> costs = new ArrayList<>();
        if (handlers.stream().anyMatch(Handler::idempotent)) {
            long writes = events * WRITES_HANDLED + Numbers.share(events, assumptions.parked()) * WRITES_PARKED
                    + Numbers.share(events, assumptions.dead()) * WRITES_DEAD;
            costs.add(Cost.of("ledger", "writes", writes, Price.TABLE_WRITES));
        }
        if (handlers.stream().anyMatch(handler -> handler.order().ordering() == Ordering.PER_KEY)) {
            costs.add(Cost.of("ledger", "reads, for the order of each key", events, Price.TABLE_READS));
        }
        return costs;
    }
}
