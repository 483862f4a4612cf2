package dev.punctual.runtime;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.EventPublisher;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.LetterRoutes;
import dev.punctual.engine.EngineSettings;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.handler.LetterRouteFactory;
import dev.punctual.runtime.handler.RouteFactory;
import dev.punctual.spi.EnvelopeReader;

/**
 * What the engine needs to know of the application, as beans: the testkit runs the engine with them in a
 * {@code @QuarkusTest}. Nobody injects them into a function, so its build leaves them out.
 */
public class RoutingBeans {

    static List<EventRoute> routes(HandlerRegistry handlers, Config config, SourceNames names,
            Optional<EventPublisher> publisher) {
        RouteFactory routes = new RouteFactory(config, names, publisher);
        return handlers.handlers().stream().map(routes::route).toList();
    }

    static LetterRoutes letterRoutes(HandlerRegistry handlers) {
        return new LetterRoutes(handlers.deadLetterMethods().stream().map(LetterRouteFactory::route).toList());
    }

    /** The routes to the application's handlers, through their beans; tests call sources what the annotations call them. */
    @Produces
    @Singleton
    EventRouter eventRouter(HandlerRegistry handlers, Config config, Instance<EventPublisher> publisher) {
        return new EventRouter(routes(handlers, config, SourceNames.DECLARED, publisher.stream().findFirst()));
    }

    /** The routes to the application's dead-letter methods, through their beans. */
    @Produces
    @Singleton
    LetterRoutes deadLetterMethods(HandlerRegistry handlers) {
        return letterRoutes(handlers);
    }

    /** Reads events as the application is configured to. */
    @Produces
    @Singleton
    EnvelopeReader envelopeReader(PunctualConfig settings) {
        return PipelineFactory.envelopes(settings, new JsonFactory());
    }

    /** The engine's settings, as the application is configured. */
    @Produces
    @Singleton
    EngineSettings engineSettings(PunctualConfig settings, Config config) {
        return PipelineFactory.engineSettings(settings, config);
    }
}
