package dev.punctual.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import dev.punctual.deadletter.Redaction;

/** Makes the redaction that is configured, for the build to check and for functions to use. */
public final class Redactions {

    /** The property that holds the regular expressions. */
    public static final String PROPERTY = "quarkus.punctual.dead-letters.redact";

    private Redactions() {
    }

    /**
     * The redaction of these regular expressions.
     *
     * @throws IllegalArgumentException if one is none, or finds the empty text
     */
    public static Redaction of(List<String> expressions) {
        List<Pattern> patterns = new ArrayList<>();
        for (String expression : expressions) {
            patterns.add(pattern(expression));
        }
        try {
            return Redaction.of(patterns, Redaction.REPLACEMENT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PROPERTY + ": " + e.getMessage(), e);
        }
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            throw new IllegalArgumentException(PROPERTY + ": '" + expression + "' is not a regular expression: "
                    + e.getDescription() + where + "; mend it, with '\\,' for a comma within it, or remove it", e);
        }
    }
}
