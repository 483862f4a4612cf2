package dev.punctual.deadline;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and compares durations as annotations and configuration write them. */
public final class Durations {

    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h|d)");

    private Durations() {
    }

    /**
     * Reads {@code 200ms}, {@code 5s}, {@code 2m}, {@code 1h}, {@code 1d} or ISO-8601 such as {@code PT0.2S}.
     *
     * @throws IllegalArgumentException if the text is neither, or names more than a {@link Duration} holds
     */
    public static Duration parse(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        Matcher simple = SIMPLE.matcher(trimmed);
        try {
            if (simple.matches()) {
                return of(Long.parseLong(simple.group(1)), simple.group(2));
            }
            return Duration.parse(trimmed);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is not a duration; write it like 200ms, 5s, 2m, 1h, 1d or PT5S",
                    e);
        }
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** The shorter of two durations. */
    public static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /**
     * A part of a duration, to the nanosecond below; {@link Duration#dividedBy(long)} computes with
     * {@link java.math.BigDecimal},
     * whose tables alone cost a function some 5 ms at its start.
     *
     * @param parts at least 1
     */
    public static Duration part(Duration duration, int parts) {
        long seconds = duration.getSeconds();
        long rest = seconds % parts * 1_000_000_000L + duration.getNano();
        return Duration.ofSeconds(seconds / parts, rest / parts);
    }

    /** The whole seconds that are at least as long: what SQS takes for a delay. */
    public static Duration ceilToSeconds(Duration duration) {
        return Duration.ofSeconds(duration.getSeconds() + (duration.getNano() > 0 ? 1 : 0));
    }
}
