package dev.punctual.runtime.handler;

/**
 * An {@code @OnDeadLetter} method, as the build found and validated it.
 *
 * @param method {@code com.acme.Orders#onDeadLetter}, for messages
 * @param handler the id of the handler whose letters it takes, or an empty string for every one
 */
public record DeadLetterMethodDefinition(String method, String handler) {
}
