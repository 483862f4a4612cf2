package dev.punctual.deployment.handler;

import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import io.smallrye.common.expression.Expression;
import io.smallrye.common.expression.Expression.Flag;
import io.smallrye.common.expression.ResolveContext;

/** Evaluates expressions with the configuration that the build sees. */
final class ConfigExpressions implements Expressions {

    /** The flags with which SmallRye Config reads the expressions in its own values. */
    private static final EnumSet<Flag> AS_CONFIG = EnumSet.of(Flag.LENIENT_SYNTAX, Flag.NO_TRIM, Flag.NO_SMART_BRACES,
            Flag.DOUBLE_COLON);

    private final Config config;

    ConfigExpressions(Config config) {
        this.config = config;
    }

    @Override
    public Optional<String> evaluate(String text) {
        try {
            return Optional.of(Expression.compile(text, AS_CONFIG).evaluate(this::expand));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private void expand(ResolveContext<RuntimeException> context, StringBuilder target) {
        Optional<String> value = config.getOptionalValue(context.getKey(), String.class);
        if (value.isPresent()) {
            target.append(value.get());
        } else if (context.hasDefault()) {
            context.expandDefault();
        } else {
            throw new NoSuchElementException(context.getKey());
        }
    }
}
