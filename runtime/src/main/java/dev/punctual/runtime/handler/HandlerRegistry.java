package dev.punctual.runtime.handler;

import java.util.List;

import jakarta.enterprise.invoke.Invoker;

/**
 * The handlers and dead-letter methods of the application, each with the invoker that the build generated for it;
 * immutable.
 *
 * @param handlers in a stable order
 * @param deadLetterMethods in a stable order
 */
public record HandlerRegistry(List<Handler> handlers, List<DeadLetterMethod> deadLetterMethods) {

    /** A handler and what calls it; the invoker looks its bean up by itself. */
    public record Handler(HandlerDefinition definition, Invoker<?, ?> invoker) {
    }

    /** A dead-letter method and what calls it; the invoker looks its bean up by itself. */
    public record DeadLetterMethod(DeadLetterMethodDefinition definition, Invoker<?, ?> invoker) {
    }
}
