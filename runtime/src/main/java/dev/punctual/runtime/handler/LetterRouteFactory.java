package dev.punctual.runtime.handler;

import java.util.Optional;
import java.util.Set;

import dev.punctual.dispatch.LetterRoute;
import dev.punctual.runtime.handler.DeadLetterMethodDefinition.Parameter;
import dev.punctual.runtime.handler.HandlerRegistry.DeadLetterMethod;

/** Makes the routes to the application's dead-letter methods, once, when the function starts. */
public final class LetterRouteFactory {

    private LetterRouteFactory() {
    }

    /** The route to a dead-letter method. */
    public static LetterRoute route(DeadLetterMethod method) {
        DeadLetterMethodDefinition definition = method.definition();
        boolean optional = definition.parameters().contains(Parameter.OPTIONAL_EVENT);
        Optional<LetterRoute.Payload> payload = method.codec()
                .map(codec -> new LetterRoute.Payload(codec, handlers(definition), optional));
        return new LetterRoute(definition.method(), definition.handler(), payload,
                BeanCalls.letterInvoker(method.invoker(), definition.parameters()));
    }

    private static Optional<Set<String>> handlers(DeadLetterMethodDefinition definition) {
        boolean anyEvent = definition.payloadType().filter(type -> type == byte[].class).isPresent();
        return anyEvent ? Optional.empty() : Optional.of(Set.copyOf(definition.handlers()));
    }
}
