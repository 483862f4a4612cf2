package dev.punctual.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.dispatch.EventRoute;
import dev.punctual.engine.EngineSettings;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.testkit.handler.AnnotatedHandlers;
import dev.punctual.testkit.handler.JsonEnvelopes;

/** What a test may choose before its world begins. */
final class Setup {

    private static final EngineSettings DEFAULTS = new EngineSettings(8, Optional.empty(), Duration.ofMillis(250),
            Duration.ofMillis(500), false, "test");

    final Map<String, String> config = new HashMap<>();
    final ObjectMapper mapper;
    final EnvelopeReader reader;
    private final Function<Setup, List<EventRoute>> routes;
    EngineSettings engine;
    Duration functionTimeout = Duration.ofSeconds(30);
    int shards = 1;
    int batchSize = 100;
    long seed = 1;

    private Setup(ObjectMapper mapper, EnvelopeReader reader, EngineSettings engine, Function<Setup, List<EventRoute>> routes) {
        this.mapper = mapper;
        this.reader = reader;
        this.engine = engine;
        this.routes = routes;
    }

    static Setup ofHandlers(List<Object> beans) {
        ObjectMapper mapper = Payloads.defaultMapper();
        return new Setup(mapper, new JsonEnvelopes(mapper), DEFAULTS, setup -> {
            AnnotatedHandlers handlers = new AnnotatedHandlers(mapper, setup.config);
            return beans.stream().flatMap(bean -> handlers.routesOf(bean).stream()).toList();
        });
    }

    static Setup ofRoutes(List<EventRoute> routes, EnvelopeReader reader, EngineSettings engine, ObjectMapper mapper) {
        return new Setup(mapper, reader, engine, setup -> routes);
    }

    List<EventRoute> routes() {
        return routes.apply(this);
    }
}
