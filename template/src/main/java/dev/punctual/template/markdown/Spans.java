package dev.punctual.template.markdown;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. */
public final class Spans {

    private static final int ISO_PREFIX = 2;
    private static final int SECOND = 1_000;
    private static final Duration DAYS = Duration.ofDays(2);

    private Spans() {
    }

    /** Such as {@code 200ms}, {@code 2.5s}, {@code 1m30s}, {@code 1h} or {@code 14d}. */
    public static String of(Duration duration) {
        if (!duration.isZero() && duration.toMillis() < SECOND) {
            return duration.toMillis() + "ms";
        }
        Duration rest = duration.minusDays(duration.toDays());
        if (duration.compareTo(DAYS) >= 0) {
            return duration.toDays() + "d" + (rest.isZero() ? "" : of(rest));
        }
        return duration.toString().substring(ISO_PREFIX).toLowerCase(Locale.ROOT);
    }
}
