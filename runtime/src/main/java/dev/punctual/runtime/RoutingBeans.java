package dev.punctual.runtime;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.EngineSettings;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.handler.RouteFactory;
import dev.punctual.spi.EnvelopeReader;

/**
 * What the engine needs to know of the application, as beans: the testkit runs the engine with them in a
 * {@code @QuarkusTest}. Nobody injects them into a function, so its build leaves them out.
 */
public class RoutingBeans {

    static List<EventRoute> routes(HandlerRegistry handlers, Config config) {
        RouteFactory routes = new RouteFactory(config);
        return handlers.handlers().stream().map(routes::route).toList();
    }

    /** The routes to the application's handlers, through their beans. */
    @Produces
    @Singleton
    EventRouter eventRouter(HandlerRegistry handlers, Config config) {
        return new EventRouter(routes(handlers, config));
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
