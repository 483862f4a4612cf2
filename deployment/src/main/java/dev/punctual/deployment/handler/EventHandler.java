package dev.punctual.deployment.handler;

import java.util.List;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.dispatch.OrderRule;
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
 * @param idempotencyKey the key of its {@code @Idempotent}, if it has one: an empty string where each record of the stream or
 *        message of the queue is an event of its own
 * @param keyProperty the public method of the payload that returns the key, if the key names one
 * @param order in which order it takes its events
 * @param emission what it publishes, if it does
 */
public record EventHandler(String id, MethodInfo method, EventSource.Kind kind, String source, String type, Type payload,
        Parameters parameters, Optional<Retry> retry, Optional<String> idempotencyKey, Optional<MethodInfo> keyProperty,
        OrderRule order, Optional<Emitted> emission) {

    /** A valid {@code @RetryWithin}, its durations as they are written: expressions are evaluated when the function starts. */
    public record Retry(String budget, int maxAttempts, String backoff, String maxBackoff, List<DotName> permanent) {

        static Retry of(AnnotationValues retry) {
            return new Retry(retry.string("value"), retry.integer("maxAttempts"), retry.string("backoff"),
                    retry.string("maxBackoff"), retry.classes("permanent"));
        }
    }

    static EventHandler of(AnnotatedMethod method, PayloadProperties properties) {
        AnnotationValues event = method.onEvent().orElseThrow();
        EventParameters parameters = EventParameters.of(method.method());
        boolean stream = !event.string("stream").isEmpty();
        Type payload = parameters.payloads().get(0);
        Optional<String> key = method.idempotent().map(idempotent -> idempotent.string("key"));
        return new EventHandler(method.id(), method.method(),
                stream ? EventSource.Kind.STREAM : EventSource.Kind.QUEUE, event.string(stream ? "stream" : "queue"),
                event.string("type"), payload, parameters.order(), method.retryWithin().map(Retry::of), key,
                key.filter(IdempotentRule::isProperty).map(name -> properties.find(payload, name).orElseThrow()),
                method.ordered().map(EventHandler::order).orElse(OrderRule.ANY),
                method.emits().map(emits -> Emitted.of(emits, method.method())));
    }

    private static OrderRule order(AnnotationValues ordered) {
        Ordering ordering = ordered.constant("value", Ordering.class);
        return ordering == Ordering.PER_KEY
                ? new OrderRule(ordering, false, ordered.constant("afterDeadLetter", AfterDeadLetter.class))
                : new OrderRule(ordering, ordered.bool("supersede"), AfterDeadLetter.RELEASE);
    }
}
