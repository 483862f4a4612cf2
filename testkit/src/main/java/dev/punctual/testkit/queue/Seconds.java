package dev.punctual.testkit.queue;

import java.time.Duration;

/** SQS' durations: whole seconds within a range. */
final class Seconds {

    static final Duration MAXIMUM_DELAY = Duration.ofMinutes(15);
    static final Duration MAXIMUM_VISIBILITY = Duration.ofHours(12);
    static final Duration MAXIMUM_WAIT = Duration.ofSeconds(20);

    private Seconds() {
    }

    static Duration check(String parameter, Duration value, Duration maximum) {
        if (value.isNegative() || value.compareTo(maximum) > 0 || !value.equals(Duration.ofSeconds(value.toSeconds()))) {
            throw new SqsException.InvalidParameterValue("Value " + value + " for parameter " + parameter
                    + " is invalid. Reason: Must be whole seconds between 0 and " + maximum.toSeconds() + ".");
        }
        return value;
    }
}
