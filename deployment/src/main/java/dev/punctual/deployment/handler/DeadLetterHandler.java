package dev.punctual.deployment.handler;

import java.util.List;
import java.util.Optional;

import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import dev.punctual.runtime.handler.DeadLetterMethodDefinition.Parameter;

/**
 * A valid dead-letter method.
 *
 * @param method the bean's method
 * @param handler the id of the handler whose letters it takes, or an empty string for every one
 * @param parameters what it takes, in order
 * @param payload the type of the event that it takes, if it takes one
 * @param handlers the ids of the handlers that take that type, sorted
 */
public record DeadLetterHandler(MethodInfo method, String handler, List<Parameter> parameters, Optional<Type> payload,
        List<String> handlers) {

    /**
     * @param handlers all of this build, sorted by id
     */
    static DeadLetterHandler of(AnnotatedMethod method, List<EventHandler> handlers) {
        DeadLetterParameters parameters = DeadLetterParameters.of(method.method());
        Optional<Type> payload = parameters.event();
        return new DeadLetterHandler(method.method(), method.onDeadLetter().orElseThrow().string("handler"),
                parameters.order(), payload,
                handlers.stream().filter(handler -> payload.filter(type -> type.name().equals(handler.payload().name()))
                        .isPresent()).map(EventHandler::id).toList());
    }
}
