package dev.punctual.engine;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.deadletter.Redaction;

/**
 * How batches are handled.
 *
 * @param concurrency how many handlers of one batch run at once, at least 1
 * @param attemptCost C: what an attempt takes; empty to learn it from the attempts made
 * @param guard G: what the terminal record and the response take; this much before its end an invocation is cut
 * @param queueLatency L: what the retry queue takes from a message's delay to its attempt
 * @param ignoreUnknownTypes whether events whose type no handler takes pass; else they become dead letters
 * @param maxChainLength the most events that may have led to one, each published by the handler of the one before, at least 1
 * @param ledger how the ledger is used
 * @param redaction what the messages of exceptions go through on their way into dead letters
 * @param application name and version of the application, for dead letters
 */
public record EngineSettings(int concurrency, Optional<Duration> attemptCost, Duration guard, Duration queueLatency,
        boolean ignoreUnknownTypes, int maxChainLength, LedgerSettings ledger, Redaction redaction, String application) {

    /** The most events of a chain, unless something else is said. */
    public static final int MAX_CHAIN_LENGTH = 32;

    /**
     * @throws IllegalArgumentException if a setting is out of range
     */
    public EngineSettings {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, was " + concurrency);
        }
        if (maxChainLength < 1) {
            throw new IllegalArgumentException("maxChainLength must be at least 1, was " + maxChainLength);
        }
        requireNotNegative("attemptCost", attemptCost.orElse(Duration.ZERO));
        requireNotNegative("guard", guard);
        requireNotNegative("queueLatency", queueLatency);
    }

    /** With chains of events as long as by default. */
    public EngineSettings(int concurrency, Optional<Duration> attemptCost, Duration guard, Duration queueLatency,
            boolean ignoreUnknownTypes, LedgerSettings ledger, Redaction redaction, String application) {
        this(concurrency, attemptCost, guard, queueLatency, ignoreUnknownTypes, MAX_CHAIN_LENGTH, ledger, redaction,
                application);
    }

    /** With the messages of exceptions as they are. */
    public EngineSettings(int concurrency, Optional<Duration> attemptCost, Duration guard, Duration queueLatency,
            boolean ignoreUnknownTypes, LedgerSettings ledger, String application) {
        this(concurrency, attemptCost, guard, queueLatency, ignoreUnknownTypes, ledger, Redaction.NONE, application);
    }

    /** With the messages of exceptions as they are, and the ledger used as by default. */
    public EngineSettings(int concurrency, Optional<Duration> attemptCost, Duration guard, Duration queueLatency,
            boolean ignoreUnknownTypes, String application) {
        this(concurrency, attemptCost, guard, queueLatency, ignoreUnknownTypes, LedgerSettings.DEFAULT, application);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, was " + value);
        }
    }
}
