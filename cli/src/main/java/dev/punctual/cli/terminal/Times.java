package dev.punctual.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Times as people say them. */
public final class Times {

    private Times() {
    }

    /** Such as {@code 35 ms}, {@code 4.2 s}, {@code 3 min 5 s}, {@code 2 h 10 min}, {@code 5 d 3 h}; without a sign. */
    public static String length(Duration duration) {
        long millis = duration.abs().toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        long minutes = millis / 60_000;
        if (minutes < 60) {
            return two(minutes, "min", millis / 1_000 % 60, "s");
        }
        return minutes < 24 * 60 ? two(minutes / 60, "h", minutes % 60, "min")
                : two(minutes / (24 * 60), "d", minutes / 60 % 24, "h");
    }

    private static String two(long large, String unit, long small, String smaller) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
    }

    /** Such as {@code 2 h 10 min ago}, or {@code in 5.0 s}. */
    public static String ago(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        return past.isNegative() ? "in " + length(past) : length(past) + " ago";
    }

    /** Such as {@code +4.2 s}, or {@code -35 ms} where it is earlier. */
    public static String after(Instant start, Instant then) {
        Duration since = Duration.between(start, then);
        return (since.isNegative() ? "-" : "+") + length(since);
    }
}
