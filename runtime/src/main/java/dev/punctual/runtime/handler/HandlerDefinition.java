package dev.punctual.runtime.handler;

import java.util.Optional;

import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.EventSource;
import dev.punctual.publish.Emission;

/**
 * An {@code @OnEvent} method, as the build found and validated it.
 *
 * @param id the handler's id, unique in the application
 * @param method {@code com.acme.Orders#onOrder}, for messages
 * @param kind the kind of source that feeds it
 * @param source the source's name
 * @param type the event type it takes, or an empty string for every one
 * @param payloadType the class of its payload parameter, {@code byte[].class} for the bytes themselves
 * @param parameters the order of its parameters
 * @param retry its {@code @RetryWithin}, if it has one
 * @param idempotencyKey the key of its {@code @Idempotent}, if it has one, as it is written
 * @param order in which order it takes its events
 * @param emission where what it returns is published to, if it returns something
 */
public record HandlerDefinition(String id, String method, EventSource.Kind kind, String source, String type,
        Class<?> payloadType, Parameters parameters, Optional<RetryDefinition> retry,
        Optional<String> idempotencyKey, OrderRule order, Optional<Emission> emission) {

    /** The package of the handler's class. */
    public String packageName() {
        int end = method.lastIndexOf('.', method.indexOf('#'));
        return end < 0 ? "" : method.substring(0, end);
    }

    /** The order of a handler's parameters. */
    public enum Parameters {
        /** The payload alone. */
        PAYLOAD,
        /** The payload, then the context. */
        PAYLOAD_CONTEXT,
        /** The context, then the payload. */
        CONTEXT_PAYLOAD
    }
}
