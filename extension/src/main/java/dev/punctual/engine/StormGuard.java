package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.deadline.Durations;

/**
 * Keeps a handler that fails all the time from being hammered: a breaker for its attempts and a token bucket for its
 * retries in place; safe for use by several threads.
 *
 * <p>
 * After {@link #FAILURES_TO_OPEN} failures in a row the breaker opens, for a second at first. Then one attempt probes the
 * handler: if it succeeds the breaker closes, if not it opens for twice as long, at most {@link #LONGEST_OPEN}. The bucket
 * is that of the AWS SDKs' standard retry mode: 500 tokens, of which a retry takes 5 and a success gives back 1.
 */
final class StormGuard {

    static final int FAILURES_TO_OPEN = 20;
    static final Duration SHORTEST_OPEN = Duration.ofSeconds(1);
    static final Duration LONGEST_OPEN = Duration.ofSeconds(30);

    private static final int TOKENS = 500;
    private static final int RETRY_COST = 5;

    // Guarded by this.
    private int failuresInARow;
    private int tokens = TOKENS;
    private Duration openFor = Duration.ZERO;
    private Instant openUntil = Instant.MIN;
    private boolean probing;

    /** How long the handler is to be left alone; zero if an attempt may be made now, which is then the probe. */
    synchronized Duration closedAfter(Instant now) {
        if (openFor.isZero()) {
            return Duration.ZERO;
        }
        if (now.isBefore(openUntil)) {
            return Duration.between(now, openUntil);
        }
        // The one that asks probes; if it is never heard of, another one does after as long again.
        openUntil = now.plus(openFor);
        probing = true;
        return Duration.ZERO;
    }

    /** Whether there is a token for a retry in place; takes it. */
    synchronized boolean mayRetryInPlace() {
        if (tokens < RETRY_COST) {
            return false;
        }
        tokens -= RETRY_COST;
        return true;
    }

    synchronized void succeeded() {
        failuresInARow = 0;
        openFor = Duration.ZERO;
        probing = false;
        if (tokens < TOKENS) {
            tokens++;
        }
    }

    synchronized void failed(Instant now) {
        failuresInARow++;
        if (probing) {
            open(Durations.min(openFor.multipliedBy(2), LONGEST_OPEN), now);
        } else if (openFor.isZero() && failuresInARow >= FAILURES_TO_OPEN) {
            open(SHORTEST_OPEN, now);
        }
    }

    private void open(Duration time, Instant now) {
        openFor = time;
        openUntil = now.plus(time);
        probing = false;
    }
}
