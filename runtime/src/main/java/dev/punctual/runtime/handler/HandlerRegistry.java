package dev.punctual.runtime.handler;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.invoke.Invoker;

import dev.punctual.spi.EventCodec;

/**
 * The handlers and dead-letter methods of the application, each with the invoker that the build generated for it;
 * immutable.
 *
 * @param handlers in a stable order
 * @param deadLetterMethods in a stable order
 */
public record HandlerRegistry(List<Handler> handlers, List<DeadLetterMethod> deadLetterMethods) {

    /**
     * A handler, what calls it, what reads and writes its payload type, and what reads its business key, if it has one; the
     * invoker looks its bean up by itself.
     */
    public record Handler(HandlerDefinition definition, Invoker<?, ?> invoker, EventCodec<?> codec,
            Optional<Function<Object, String>> key) {
    }

    /**
     * A dead-letter method, what calls it, and what reads the event that it takes, if it takes one; the invoker looks its
     * bean up by itself.
     */
    public record DeadLetterMethod(DeadLetterMethodDefinition definition, Invoker<?, ?> invoker,
            Optional<EventCodec<?>> codec) {
    }
}
