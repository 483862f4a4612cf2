package dev.punctual.deployment.handler;

import java.util.List;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import dev.punctual.event.EventSource;
import dev.punctual.runtime.handler.HandlerDefinition.Parameters;

/**
 * A valid event method.
 *
 * @param id unique in the application
 * @param method the bean's method
 * @param kind the kind of source that feeds it
 * @param source the source's name
 * @param type the event type it takes, or an empty string for every one
 * @param payload a class, or an array of bytes
 * @param parameters the order of its parameters
 * @param retry its {@code @RetryWithin}, if it has one
 */
public record EventHandler(String id, MethodInfo method, EventSource.Kind kind, String source, String type, Type payload,
        Parameters parameters, Optional<Retry> retry) {

    /** A valid {@code @RetryWithin}, its durations as they are written: expressions are evaluated when the function starts. */
    public record Retry(String budget, int maxAttempts, String backoff, String maxBackoff, List<DotName> permanent) {

        static Retry of(AnnotationValues retry) {
            return new Retry(retry.string("value"), retry.integer("maxAttempts"), retry.string("backoff"),
                    retry.string("maxBackoff"), retry.classes("permanent"));
        }
    }

    static EventHandler of(AnnotatedMethod method) {
        AnnotationValues event = method.onEvent().orElseThrow();
        EventParameters parameters = EventParameters.of(method.method());
        boolean stream = !event.string("stream").isEmpty();
        return new EventHandler(method.id(), method.method(),
                stream ? EventSource.Kind.STREAM : EventSource.Kind.QUEUE, event.string(stream ? "stream" : "queue"),
                event.string("type"), parameters.payloads().get(0), parameters.order(), method.retryWithin().map(Retry::of));
    }
}
