package dev.punctual.testkit.mapping;

import java.time.Duration;

/** Checks on the settings of mappings, worded alike. */
final class Settings {

    private Settings() {
    }

    static void range(String mapping, String setting, long value, long minimum, long maximum) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(
                    mapping + ": " + setting + " must be " + minimum + " to " + maximum + ", was " + value);
        }
    }

    static void seconds(String mapping, String setting, Duration value, long minimum, long maximum) {
        if (!value.equals(Duration.ofSeconds(value.toSeconds()))) {
            throw new IllegalArgumentException(mapping + ": " + setting + " must be whole seconds, was " + value);
        }
        range(mapping, setting + " in seconds", value.toSeconds(), minimum, maximum);
    }

    static void positive(String mapping, String setting, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(mapping + ": " + setting + " must be above zero, was " + value);
        }
    }
}
