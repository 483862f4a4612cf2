package dev.punctual.testkit.stream;

import java.time.Duration;
import java.time.Instant;

/** A throughput limit: holds one second's worth and fills up continuously. */
final class TokenBucket {

    private final double perSecond;
    private double tokens;
    private Instant filled;

    TokenBucket(double perSecond, Instant now) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filled = now;
    }

    boolean has(double amount, Instant now) {
        fill(now);
        return tokens >= amount;
    }

    /** Takes tokens, into debt if need be. */
    void take(double amount, Instant now) {
        fill(now);
        tokens -= amount;
    }

    private void fill(Instant now) {
        if (now.isAfter(filled)) {
            var seconds = Duration.between(filled, now).toNanos() / 1e9;
            tokens = Math.min(perSecond, tokens + seconds * perSecond);
            filled = now;
        }
    }
}
