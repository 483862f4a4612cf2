package dev.punctual.deployment.handler;

import java.util.Comparator;
import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;

/** The application's valid handlers and dead-letter methods, in a stable order; immutable. */
public final class HandlersBuildItem extends SimpleBuildItem {

    private final List<EventHandler> handlers;
    private final List<DeadLetterHandler> deadLetterHandlers;

    private HandlersBuildItem(List<EventHandler> handlers, List<DeadLetterHandler> deadLetterHandlers) {
        this.handlers = handlers;
        this.deadLetterHandlers = deadLetterHandlers;
    }

    static HandlersBuildItem of(List<AnnotatedMethod> valid, PayloadProperties properties) {
        List<EventHandler> handlers = valid.stream().filter(method -> method.onEvent().isPresent())
                .map(method -> EventHandler.of(method, properties)).sorted(Comparator.comparing(EventHandler::id)).toList();
        return new HandlersBuildItem(handlers, valid.stream().filter(method -> method.onDeadLetter().isPresent())
                .map(method -> DeadLetterHandler.of(method, handlers)).toList());
    }

    /** The event methods, sorted by id. */
    public List<EventHandler> handlers() {
        return handlers;
    }

    /** The dead-letter methods, sorted by class and name. */
    public List<DeadLetterHandler> deadLetterHandlers() {
        return deadLetterHandlers;
    }
}
