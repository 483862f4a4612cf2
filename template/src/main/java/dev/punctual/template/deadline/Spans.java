package dev.punctual.template.deadline;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.deadline.Durations;

/** Durations in words: as people read them, and as annotations and the configuration take them. */
final class Spans {

    private static final long MILLIS_PER_SECOND = 1_000;

    private Spans() {
    }

    /** Such as {@code 250ms}, {@code 4.7s}, {@code 3m 1.5s} or {@code 14d}; milliseconds that have begun count. */
    static String text(Duration duration) {
        Duration whole = ceilToMillis(duration);
        if (whole.compareTo(Duration.ofSeconds(1)) < 0) {
            return whole.isZero() ? "0s" : whole.toMillis() + "ms";
        }
        List<String> parts = new ArrayList<>();
        add(parts, whole.toDays(), "d");
        add(parts, whole.toHoursPart(), "h");
        add(parts, whole.toMinutesPart(), "m");
        long millis = whole.toSecondsPart() * MILLIS_PER_SECOND + whole.toMillisPart();
        if (millis > 0) {
            parts.add(BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + 's');
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + unit);
        }
    }

    /** In one unit and without fractions, such as {@code 8300ms}, {@code 90s}, {@code 3m} or {@code 15d}. */
    static String setting(Duration duration) {
        Duration whole = ceilToMillis(duration);
        if (whole.toMillisPart() > 0) {
            return whole.toMillis() + "ms";
        }
        long seconds = whole.toSeconds();
        if (seconds == 0 || seconds % 60 > 0) {
            return seconds + "s";
        }
        if (seconds % 3_600 > 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 > 0 ? seconds / 3_600 + "h" : seconds / 86_400 + "d";
    }

    /** A budget to propose: from ten seconds on in whole seconds, below in milliseconds. */
    static Duration rounded(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(10)) < 0 ? ceilToMillis(duration) : Durations.ceilToSeconds(duration);
    }

    /** The whole seconds that fit into a duration; none into a negative one. */
    static Duration floorToSeconds(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : Duration.ofSeconds(duration.toSeconds());
    }

    /** The whole hours that are at least as long. */
    static Duration ceilToHours(Duration duration) {
        return ceilTo(duration, Duration.ofHours(1));
    }

    /** The whole days that are at least as long. */
    static Duration ceilToDays(Duration duration) {
        return ceilTo(duration, Duration.ofDays(1));
    }

    private static Duration ceilTo(Duration duration, Duration unit) {
        long whole = duration.dividedBy(unit);
        Duration floor = unit.multipliedBy(whole);
        return floor.compareTo(duration) < 0 ? floor.plus(unit) : floor;
    }

    private static Duration ceilToMillis(Duration duration) {
        return ceilTo(duration, Duration.ofMillis(1));
    }

    /** The longer of two durations. */
    static Duration max(Duration a, Duration b) {
        return Durations.min(a, b).equals(a) ? b : a;
    }
}
