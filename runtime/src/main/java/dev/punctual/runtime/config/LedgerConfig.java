package dev.punctual.runtime.config;

import java.time.Duration;

import io.smallrye.config.WithDefault;

/** How outcomes are kept; used by applications with {@code @Idempotent} handlers only. */
public interface LedgerConfig {

    /**
     * The DynamoDB table that holds the ledger.
     */
    @WithDefault("punctual-ledger")
    String table();

    /**
     * How long an outcome is kept after it was last written: longer than anything may deliver its event once more. By
     * default a day longer than SQS keeps messages at most; give it more where a stream's retention is longer.
     */
    @WithDefault("15D")
    Duration ttl();

    /**
     * How often in a row a process may die with an event before it is given up unrun, at least 1.
     */
    @WithDefault("3")
    int claimLimit();

    /**
     * How much longer than its invocation an owner keeps an event: more than the clocks of two processes differ.
     */
    @WithDefault("1s")
    Duration leaseMargin();

    /**
     * Whether events are handled without the ledger while it is out of reach: an event may then be handled twice, or both be
     * handled and become a dead letter. By default they return to their source.
     */
    @WithDefault("false")
    boolean failOpen();
}
