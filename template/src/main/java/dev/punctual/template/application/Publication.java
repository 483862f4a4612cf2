package dev.punctual.template.application;

/**
 * A stream that the application publishes to.
 *
 * @param stream its name, as in {@code @Emits}
 * @param handler the id of the handler whose {@code @Emits} it is; empty for a stream of an injected {@code EventPublisher}
 * @param type the type of the events, or an empty string where each names its own
 */
public record Publication(String stream, String handler, String type) {
}
