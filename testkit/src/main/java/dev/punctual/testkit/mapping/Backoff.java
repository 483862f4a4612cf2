package dev.punctual.testkit.mapping;

import java.time.Duration;

/**
 * How long a mapping waits between attempts: the first delay, doubled with each failure in a row, up to a maximum.
 *
 * @param initial above zero
 * @param maximum not below {@code initial}
 */
public record Backoff(Duration initial, Duration maximum) {

    /** Half a second up to a minute; AWS documents that it backs off, not by how much. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1));

    public Backoff {
        if (initial.isNegative() || initial.isZero() || maximum.compareTo(initial) < 0) {
            throw new IllegalArgumentException(
                    "Backoff: 0 < initial <= maximum must hold, was initial " + initial + " and maximum " + maximum);
        }
    }

    /** The delay after this many failures in a row, from 1. */
    Duration after(int failures) {
        var delay = initial;
        for (int i = 1; i < failures && delay.compareTo(maximum) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(maximum) < 0 ? delay : maximum;
    }
}
