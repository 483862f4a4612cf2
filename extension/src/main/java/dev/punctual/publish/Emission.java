package dev.punctual.publish;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.OutgoingEvent;

/**
 * What {@code @Emits} says.
 *
 * @param stream the stream's name
 * @param type the type of events that name none themselves
 */
public record Emission(String stream, String type) {

    /** The events that a handler returned. */
    List<OutgoingEvent<?>> events(@Nullable Object returned) {
        if (returned instanceof Optional<?> optional) {
            return optional.<List<OutgoingEvent<?>>> map(value -> List.of(event(value))).orElse(List.of());
        }
        if (returned instanceof Collection<?> collection) {
            return collection.stream().<OutgoingEvent<?>> map(this::event).toList();
        }
        return returned == null ? List.of() : List.of(event(returned));
    }

    private OutgoingEvent<?> event(Object value) {
        if (value instanceof OutgoingEvent<?> event) {
            return event.type().isEmpty() ? new OutgoingEvent<>(type, event.payload(), event.id(), event.partitionKey(),
                    event.correlationId(), event.source()) : event;
        }
        return OutgoingEvent.of(type, value);
    }
}
