package dev.punctual.deadline;

import java.time.Duration;

/**
 * How long an event may take from its arrival, all attempts and waits included.
 *
 * @param value positive, at most {@link #LONGEST}
 */
public record TimeBudget(Duration value) {

    /** 365 days: the longest a Kinesis stream keeps a record (8,760 h), so a budget beyond it could never be used up. */
    public static final Duration LONGEST = Duration.ofHours(8_760);

    /**
     * @throws IllegalArgumentException if the value is out of range
     */
    public TimeBudget {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("a time budget must be positive, was " + value);
        }
        if (value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time budget must be at most 365 days, was " + value);
        }
    }
}
