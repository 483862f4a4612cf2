package dev.punctual.testkit.handler;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Resolves {@code ${name}} and {@code ${name:default}} in annotations. */
record Expressions(Map<String, String> values) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

    /**
     * @throws IllegalArgumentException if a value is neither given nor defaulted
     */
    String resolve(String text) {
        return EXPRESSION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String name, @Nullable String standard) {
        String value = values.getOrDefault(name, standard);
        if (value == null) {
            throw new IllegalArgumentException("'${" + name + "}' has no value; give it one, with withConfig(\"" + name
                    + "\", …)");
        }
        return value;
    }
}
