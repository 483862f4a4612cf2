package dev.punctual.deadletter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what nobody should read out of the messages of exceptions, before they go into a letter, and cuts them; immutable,
 * safe for use by several threads.
 *
 * <p>
 * It takes bounded time: of a longer message, {@value #WINDOW} characters are looked at, and a pattern that takes more than
 * {@value #STEPS} steps for them, or too much of the stack, costs the message: the replacement is all that is left of it.
 */
public final class Redaction {

    /** What stands in the place of what is taken out. */
    public static final String REPLACEMENT = "[redacted]";

    /** Takes nothing out, and cuts. */
    public static final Redaction NONE = new Redaction(List.of(), REPLACEMENT);

    private static final int WINDOW = 8 * Failure.MESSAGE_LIMIT;
    private static final int STEPS = 1_000_000;

    private final List<Pattern> patterns;
    private final String replacement;

    private Redaction(List<Pattern> patterns, String replacement) {
        this.patterns = patterns;
        this.replacement = replacement;
    }

    /**
     * Takes out whatever one of the patterns finds, one pattern after the other.
     *
     * @param replacement as it is: {@code $1} in it means nothing
     * @throws IllegalArgumentException if a pattern finds the empty text, and so something everywhere
     */
    public static Redaction of(List<Pattern> patterns, String replacement) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher("").find()) {
                throw new IllegalArgumentException("'" + pattern + "' finds the empty text, so it would put "
                        + replacement + " between all characters; have it find at least one, with + instead of *");
            }
        }
        return new Redaction(List.copyOf(patterns), replacement);
    }

    /** The message without what the patterns find, cut to {@link Failure#MESSAGE_LIMIT} characters. */
    public String apply(String message) {
        if (patterns.isEmpty()) {
            return cut(message);
        }
        boolean isWhole = message.length() <= WINDOW;
        String clean = clean(isWhole ? message : message.substring(0, WINDOW));
        // What a pattern would have found may have been cut in two: the end of the window is not shown.
        return cut(isWhole ? clean : clean.substring(0, Math.max(0, clean.length() - Failure.MESSAGE_LIMIT)) + '…');
    }

    private String clean(String message) {
        String clean = message;
        try {
            for (Pattern pattern : patterns) {
                clean = pattern.matcher(new CountedText(clean, STEPS)).replaceAll(Matcher.quoteReplacement(replacement));
            }
        } catch (CountedText.UsedUpException | StackOverflowError e) {
            return replacement;
        }
        return clean;
    }

    private static String cut(String message) {
        if (message.length() <= Failure.MESSAGE_LIMIT) {
            return message;
        }
        int end = Failure.MESSAGE_LIMIT - 1;
        return message.substring(0, Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end) + '…';
    }
}
