package dev.punctual.deployment.handler;

import java.util.Optional;

/** Evaluates configuration expressions such as <code>${orders.budget:5s}</code>. */
@FunctionalInterface
interface Expressions {

    /** The text with its expressions evaluated; empty where a property that it needs has no value yet. */
    Optional<String> evaluate(String text);
}
