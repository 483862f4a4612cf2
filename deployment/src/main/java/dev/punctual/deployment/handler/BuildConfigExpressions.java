package dev.punctual.deployment.handler;

import java.util.NoSuchElementException;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import dev.punctual.runtime.config.ConfigExpressions;

/** Evaluates expressions as the function will when it starts, but with the configuration that the build sees. */
final class BuildConfigExpressions implements Expressions {

    private final Config config;

    BuildConfigExpressions(Config config) {
        this.config = config;
    }

    @Override
    public Optional<String> evaluate(String text) {
        try {
            return Optional.of(ConfigExpressions.resolve(text, config));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }
}
