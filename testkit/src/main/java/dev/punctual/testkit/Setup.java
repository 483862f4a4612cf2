package dev.punctual.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.EventPublisher;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.LetterRoute;
import dev.punctual.dispatch.LetterRoutes;
import dev.punctual.engine.EngineSettings;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.testkit.handler.AnnotatedHandlers;
import dev.punctual.testkit.handler.JsonEnvelopes;

/** What a test may choose before its world begins. */
final class Setup {

    /** The routes to what an application handles events and dead letters with. */
    record Methods(List<EventRoute> handlers, List<LetterRoute> ofLetters) {
    }

    private static final EngineSettings DEFAULTS = new EngineSettings(8, Optional.empty(), Duration.ofMillis(250),
            Duration.ofMillis(500), false, "test");

    final Map<String, String> config = new HashMap<>();
    final ObjectMapper mapper;
    final EnvelopeReader reader;
    private final BiFunction<Setup, EventPublisher, Methods> methods;
    final Optional<Publications.OfApplication> application;
    EngineSettings engine;
    Duration functionTimeout = Duration.ofSeconds(30);
    int shards = 1;
    int batchSize = 100;
    long seed = 1;

    private Setup(ObjectMapper mapper, EnvelopeReader reader, EngineSettings engine,
            BiFunction<Setup, EventPublisher, Methods> methods, Optional<Publications.OfApplication> application) {
        this.mapper = mapper;
        this.reader = reader;
        this.engine = engine;
        this.methods = methods;
        this.application = application;
    }

    static Setup ofHandlers(Function<EventPublisher, ? extends List<?>> beans) {
        ObjectMapper mapper = Payloads.defaultMapper();
        return new Setup(mapper, new JsonEnvelopes(mapper), DEFAULTS, (setup, publisher) -> {
            AnnotatedHandlers handlers = new AnnotatedHandlers(mapper, setup.config, publisher);
            List<?> made = beans.apply(publisher);
            return new Methods(made.stream().flatMap(bean -> handlers.routesOf(bean).stream()).toList(),
                    made.stream().flatMap(bean -> handlers.letterRoutesOf(bean).stream()).toList());
        }, Optional.empty());
    }

    static Setup ofRoutes(EventRouter routes, LetterRoutes letters, EnvelopeReader reader, EngineSettings engine,
            ObjectMapper mapper,
            Optional<Publications.OfApplication> application) {
        Methods methods = new Methods(List.copyOf(routes.routes()), letters.all());
        return new Setup(mapper, reader, engine, (setup, publisher) -> methods, application);
    }

    Methods methods(EventPublisher publisher) {
        return methods.apply(this, publisher);
    }
}
