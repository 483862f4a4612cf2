package dev.punctual;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a handler a time budget: an event is handled within it, retries and waits included, or becomes a dead letter.
 *
 * <p>
 * The budget counts from the event's arrival in its stream or queue. No attempt starts unless it should finish by the
 * deadline. Between attempts the handler waits a random time between zero and {@code backoff × 2ⁿ⁻¹} after attempt n,
 * at most {@link #maxBackoff} and never past the deadline ("full jitter"). Waits under a second are spent in place;
 * longer ones in the retry queue, so that they hold up nobody else.
 *
 * <p>
 * Durations are written {@code 200ms}, {@code 5s}, {@code 2m}, {@code 1h}, {@code 1d}, or as ISO-8601 ({@code PT5S}), and
 * may be a configuration expression such as <code>${orders.budget}</code> or <code>${orders.budget:5s}</code>.
 *
 * <p>
 * Without this annotation, an event gets one attempt, whenever it comes, and is a dead letter if that fails.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RetryWithin {

    /** As many attempts as the budget allows. */
    int AS_MANY_AS_FIT = Integer.MAX_VALUE;

    /** The budget, positive and at most 365 days (the longest retention of a stream). */
    String value();

    /** The number of attempts, the first one included; at least 1. */
    int maxAttempts() default AS_MANY_AS_FIT;

    /** The upper bound of the first wait; positive and not longer than the budget. */
    String backoff() default "200ms";

    /** The upper bound of every wait; not shorter than {@link #backoff}. */
    String maxBackoff() default "10s";

    /**
     * Exceptions, subclasses included, after which a retry is pointless: the event becomes a dead letter at once.
     * {@link PermanentFailureException} always counts as one.
     */
    Class<? extends Throwable>[] permanent() default {};
}
