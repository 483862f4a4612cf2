package dev.punctual.runtime.handler;

import java.util.List;
import java.util.Optional;

/**
 * An {@code @OnDeadLetter} method, as the build found and validated it.
 *
 * @param method {@code com.acme.Orders#onDeadLetter}, for messages
 * @param handler the id of the handler whose letters it takes, or an empty string for every one
 * @param parameters what it takes, in order
 * @param payloadType the class of the event that it takes, if it takes one; {@code byte[].class} for the bytes themselves
 * @param handlers the ids of the handlers that take that class, sorted
 */
public record DeadLetterMethodDefinition(String method, String handler, List<Parameter> parameters,
        Optional<Class<?>> payloadType, List<String> handlers) {

    /** A parameter of a dead-letter method. */
    public enum Parameter {
        /** The letter. */
        LETTER,
        /** The letter's event. */
        EVENT,
        /** An {@code Optional} of the letter's event. */
        OPTIONAL_EVENT
    }
}
