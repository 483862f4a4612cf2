package dev.punctual.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.punctual.event.EventSource;

/** Finds the handlers of an event; immutable. */
public final class EventRouter {

    /** The routes of one source: by type, and those that take every type. */
    private record SourceRoutes(Map<String, List<EventRoute>> byType, List<EventRoute> everyType) {
    }

    private final Map<String, EventRoute> byHandler = new HashMap<>();
    private final Map<EventSource.Kind, Map<String, SourceRoutes>> bySource = new EnumMap<>(EventSource.Kind.class);

    /**
     * @throws IllegalArgumentException if two routes name the same handler
     */
    public EventRouter(List<EventRoute> routes) {
        Map<EventSource.Kind, Map<String, List<EventRoute>>> grouped = new EnumMap<>(EventSource.Kind.class);
        for (EventRoute route : routes) {
            if (byHandler.put(route.handler(), route) != null) {
                throw new IllegalArgumentException("two handlers have the id '" + route.handler() + "'; set @OnEvent(id=…)");
            }
            grouped.computeIfAbsent(route.kind(), kind -> new HashMap<>())
                    .computeIfAbsent(route.source(), source -> new ArrayList<>()).add(route);
        }
        grouped.forEach((kind, byName) -> {
            Map<String, SourceRoutes> ofKind = new HashMap<>();
            byName.forEach((source, ofSource) -> ofKind.put(source, index(ofSource)));
            bySource.put(kind, ofKind);
        });
    }

    private static SourceRoutes index(List<EventRoute> routes) {
        List<EventRoute> everyType = routes.stream().filter(EventRoute::takesEveryType).toList();
        Map<String, List<EventRoute>> byType = new HashMap<>();
        for (EventRoute route : routes) {
            if (!route.takesEveryType()) {
                byType.computeIfAbsent(route.type(), type -> new ArrayList<>()).add(route);
            }
        }
        byType.values().forEach(ofType -> ofType.addAll(everyType));
        return new SourceRoutes(byType, everyType);
    }

    /** The handlers of a source's events of a type; an empty list where none takes them. */
    public List<EventRoute> routes(EventSource source, String type) {
        SourceRoutes routes = bySource.getOrDefault(source.kind(), Map.of()).get(source.name());
        return routes == null ? List.of() : routes.byType().getOrDefault(type, routes.everyType());
    }

    /** All routes. */
    public Collection<EventRoute> routes() {
        return Collections.unmodifiableCollection(byHandler.values());
    }

    /** The route of a handler, empty where the application has none of that id. */
    public Optional<EventRoute> route(String handler) {
        return Optional.ofNullable(byHandler.get(handler));
    }
}
