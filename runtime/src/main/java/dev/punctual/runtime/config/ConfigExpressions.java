package dev.punctual.runtime.config;

import java.util.NoSuchElementException;

import org.eclipse.microprofile.config.Config;

import io.smallrye.common.expression.Expression;

/** Resolves configuration expressions that stand in annotations. */
public final class ConfigExpressions {

    private ConfigExpressions() {
    }

    /** Whether a text holds an expression, such as <code>${orders.budget:5s}</code>. */
    public static boolean isExpression(String text) {
        return text.contains("${");
    }

    /**
     * Resolves the expressions in a text.
     *
     * @throws NoSuchElementException if a property is neither configured nor given a default
     */
    public static String resolve(String text, Config config) {
        if (!isExpression(text)) {
            return text;
        }
        return Expression.compile(text, Expression.Flag.LENIENT_SYNTAX).evaluate((resolver, result) -> {
            String property = resolver.getKey();
            config.getOptionalValue(property, String.class).ifPresentOrElse(result::append, () -> {
                if (!resolver.hasDefault()) {
                    throw new NoSuchElementException(
                            "the property '" + property + "' of " + text + " is not configured, and has no default");
                }
                resolver.expandDefault();
            });
        });
    }
}
