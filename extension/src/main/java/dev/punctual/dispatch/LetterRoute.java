package dev.punctual.dispatch;

import java.util.Optional;
import java.util.Set;

import dev.punctual.spi.EventDecoder;

/**
 * The way from dead letters to one dead-letter method.
 *
 * @param method {@code com.acme.Orders#giveUp}, for messages
 * @param handler the id of the handler whose letters it takes, or an empty string for those of every handler
 * @param payload the event that it takes, if it takes one
 * @param invoker calls it
 */
public record LetterRoute(String method, String handler, Optional<Payload> payload, LetterInvoker invoker) {

    /**
     * The event that a dead-letter method takes.
     *
     * @param decoder reads it
     * @param handlers the ids of the handlers that take the same type; empty where every event is of the type: bytes
     * @param optional whether the method is called without its event where that cannot be read
     */
    public record Payload(EventDecoder<?> decoder, Optional<Set<String>> handlers, boolean optional) {

        /** Copies the ids. */
        public Payload {
            handlers = handlers.map(Set::copyOf);
        }

        boolean fits(EventRoute route) {
            return handlers.isEmpty() || handlers.get().contains(route.handler());
        }
    }

    /** Whether the method takes the events of a handler. */
    public boolean takesEventsOf(EventRoute route) {
        return payload.isEmpty() || payload.get().fits(route);
    }

    /** Whether the method takes every event, whatever its type. */
    public boolean takesEveryEvent() {
        return payload.isEmpty() || payload.get().handlers().isEmpty();
    }
}
