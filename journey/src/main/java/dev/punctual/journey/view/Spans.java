package dev.punctual.journey.view;

import java.time.Duration;
import java.util.Locale;

/** Durations as people say them. */
final class Spans {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Spans() {
    }

    /** As {@code 12 ms}, {@code 3.5 s}, {@code 2 min 5 s}, {@code 1 h 3 min} or {@code 7 d}. */
    static String words(Duration span) {
        if (span.isNegative()) {
            return '-' + words(span.negated());
        }
        long millis = span.toMillis();
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < MINUTE) {
            String seconds = String.format(Locale.ROOT, "%.2f", millis / (double) SECOND);
            return seconds.replaceAll("\\.?0+$", "") + " s";
        }
        if (millis < HOUR) {
            return both(millis / MINUTE, "min", millis % MINUTE / SECOND, "s");
        }
        return millis < DAY ? both(millis / HOUR, "h", millis % HOUR / MINUTE, "min")
                : both(millis / DAY, "d", millis % DAY / HOUR, "h");
    }

    private static String both(long number, String unit, long rest, String smaller) {
        return number + " " + unit + (rest == 0 ? "" : " " + rest + " " + smaller);
    }

    /** As {@code +12 ms}. */
    static String after(Duration span) {
        return span.isNegative() ? words(span) : '+' + words(span);
    }
}
