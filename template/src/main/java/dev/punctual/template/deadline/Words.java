package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.Locale;

/** Durations and numbers as people read them. */
final class Words {

    private static final int HOURS_OF_A_DAY = 24;
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final double MILLIS = 1_000;

    private Words() {
    }

    /** {@code 250 ms}, {@code 9.7 s}, {@code 2 min}, {@code 1 h 30 min} or {@code 14 d}. */
    static String of(Duration duration) {
        if (duration.isNegative()) {
            return '-' + of(duration.negated());
        }
        if (duration.toMillis() < MILLIS && !duration.isZero()) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() < 2) {
            String seconds = String.format(Locale.ROOT, "%.2f", duration.toMillis() / MILLIS);
            return seconds.replaceFirst("\\.?0+$", "") + " s";
        }
        if (duration.toHours() < 1) {
            return joined(duration.toMinutes() + " min", duration.toSecondsPart(), " s");
        }
        if (duration.toHours() < 2 * HOURS_OF_A_DAY) {
            return joined(duration.toHours() + " h", duration.toMinutesPart() % MINUTES_OF_AN_HOUR, " min");
        }
        return joined(duration.toDays() + " d", duration.toHoursPart(), " h");
    }

    private static String joined(String whole, int part, String unit) {
        return part == 0 ? whole : whole + ' ' + part + unit;
    }

    /** As configuration writes it, rounded up to whole seconds from two seconds on: {@code 250ms}, {@code 90s}. */
    static String setting(Duration duration) {
        return duration.toMillis() < 2 * MILLIS ? duration.toMillis() + "ms"
                : (duration.toSeconds() + (duration.toNanosPart() > 0 ? 1 : 0)) + "s";
    }

    /** {@code 7}, or {@code 1,000 and more}. */
    static String attempts(int attempts) {
        return attempts >= Course.MANY ? String.format(Locale.ROOT, "%,d and more", Course.MANY) : Integer.toString(attempts);
    }
}
