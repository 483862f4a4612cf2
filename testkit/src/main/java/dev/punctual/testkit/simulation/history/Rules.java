package dev.punctual.testkit.simulation.history;

import java.time.Duration;
import java.util.Map;

/**
 * What the run was configured with, as far as invariants refer to it.
 *
 * @param attemptAndGuard C + G; of a learned C only G is known
 * @param handlers by their ids
 * @param ledger how the ledger is used
 */
public record Rules(Duration attemptAndGuard, Map<String, HandlerRules> handlers, LedgerRules ledger) {

    /** Copies the map. */
    public Rules {
        handlers = Map.copyOf(handlers);
    }

    /** In which order a handler takes its events. */
    public enum Order {
        /** In any order. */
        ANY,
        /** In any order, but none after a later one of its key. */
        SUPERSEDE,
        /** Those of a partition key in their order, where one that is dead releases the others. */
        PER_KEY_RELEASE,
        /** Those of a partition key in their order, where one that is dead halts the others. */
        PER_KEY_HALT,
        /** Those of a shard in their order. */
        PER_SHARD;

        boolean isPerKey() {
            return this == PER_KEY_RELEASE || this == PER_KEY_HALT;
        }
    }

    /**
     * What binds one handler.
     *
     * @param budget from an event's arrival
     * @param maxAttempts the first attempt included
     * @param transacts whether its effects are made with the outcome in one transaction
     */
    public record HandlerRules(Duration budget, int maxAttempts, Order order, boolean transacts) {
    }

    /**
     * What binds the use of the ledger.
     *
     * @param claimLimit how often in a row an event may be taken and run
     * @param failOpen whether events are handled without the ledger while it is out of reach
     * @param leasesHold whether clocks differ by less than the lease margin
     * @param clockSkew how wrong the clock of a process is at most, either way
     */
    public record LedgerRules(int claimLimit, boolean failOpen, boolean leasesHold, Duration clockSkew) {
    }

    /** Whether what the ledger says is all there is: nobody works without it. */
    boolean ledgerRules() {
        return !ledger.failOpen();
    }

    /** Whether two owners never work at once. */
    boolean ownersExclude() {
        return ledgerRules() && ledger.leasesHold();
    }

    Order orderOf(String handler) {
        var rules = handlers.get(handler);
        return rules == null ? Order.ANY : rules.order();
    }
}
