package dev.punctual.cli.options;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.punctual.cli.outcome.Refusal;

/** Durations and points in time as people type them. */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(s|m|h|d)");

    private Durations() {
    }

    /**
     * Such as {@code 90s}, {@code 15m}, {@code 2h}, {@code 7d} or {@code PT2H30M}.
     *
     * @throws Refusal if it is none
     */
    public static Duration parse(String option, String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            return Duration.of(number, switch (matcher.group(2)) {
                case "s" -> ChronoUnit.SECONDS;
                case "m" -> ChronoUnit.MINUTES;
                case "h" -> ChronoUnit.HOURS;
                default -> ChronoUnit.DAYS;
            });
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(option + " is '" + text + "', which is no duration; write such as 90s, 15m, 2h or 7d");
        }
    }

    /**
     * An instant such as {@code 2026-01-31T12:00:00Z}, or how long ago it was, such as {@code 2h}.
     *
     * @throws Refusal if it is neither
     */
    public static Instant moment(String option, String text, Instant now) {
        try {
            return text.contains(":") ? Instant.parse(text) : now.minus(parse(option, text));
        } catch (DateTimeException e) {
            throw new Refusal(option + " is '" + text + "', which is no time; write such as 2026-01-31T12:00:00Z, or 2h for"
                    + " two hours ago");
        }
    }
}
