package dev.punctual.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.punctual.deadline.TimeBudget;

/**
 * Exponential backoff with full jitter: after attempt n, a random wait in [0, min(cap, base × 2ⁿ⁻¹)].
 *
 * <p>
 * Full jitter spreads a herd of failed events best; see "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param base the bound of the first wait, positive
 * @param cap the bound of every wait, at least {@code base} and at most 365 days
 */
public record Backoff(Duration base, Duration cap) {

    /** Beyond this exponent every base of a nanosecond or more has passed every cap a budget can hold. */
    private static final int LARGEST_EXPONENT = 56;

    /**
     * @throws IllegalArgumentException if base or cap is out of range
     */
    public Backoff {
        if (base.isNegative() || base.isZero()) {
            throw new IllegalArgumentException("backoff must be positive, was " + base);
        }
        if (cap.compareTo(TimeBudget.LONGEST) > 0) {
            throw new IllegalArgumentException("maxBackoff must be at most 365 days, was " + cap);
        }
        if (cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("maxBackoff must not be shorter than backoff " + base + ", was " + cap);
        }
    }

    /**
     * The longest wait after an attempt.
     *
     * @param attempt the attempt that failed, 1 for the first
     */
    public Duration bound(int attempt) {
        int exponent = Math.min(attempt - 1, LARGEST_EXPONENT);
        long units = 1L << exponent;
        // Compared by division: the product may not fit.
        return base.compareTo(cap.dividedBy(units)) > 0 ? cap : base.multipliedBy(units);
    }

    /**
     * Draws the wait after an attempt.
     *
     * @param attempt the attempt that failed, 1 for the first
     */
    public Duration draw(int attempt, RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(bound(attempt).toNanos() + 1));
    }
}
