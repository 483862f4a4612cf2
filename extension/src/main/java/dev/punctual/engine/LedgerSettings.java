package dev.punctual.engine;

import java.time.Duration;

/**
 * How the ledger is used.
 *
 * @param claimLimit how often in a row a process may die with an event before it is given up unrun, at least 1
 * @param leaseMargin how much longer than its invocation an owner keeps an event: more than the clocks of two processes
 *        differ
 * @param failOpen whether events are handled without the ledger while it is out of reach; else they return to their source
 */
public record LedgerSettings(int claimLimit, Duration leaseMargin, boolean failOpen) {

    /** Three deaths, a second, and no handling without the ledger. */
    public static final LedgerSettings DEFAULT = new LedgerSettings(3, Duration.ofSeconds(1), false);

    /**
     * @throws IllegalArgumentException if a setting is out of range
     */
    public LedgerSettings {
        if (claimLimit < 1) {
            throw new IllegalArgumentException("claimLimit must be at least 1, was " + claimLimit);
        }
        if (leaseMargin.isNegative()) {
            throw new IllegalArgumentException("leaseMargin must not be negative, was " + leaseMargin);
        }
    }
}
