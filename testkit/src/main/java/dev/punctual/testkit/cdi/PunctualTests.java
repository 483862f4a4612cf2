package dev.punctual.testkit.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.EventPublisher;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.LetterRoutes;
import dev.punctual.engine.EngineSettings;
import dev.punctual.publish.SwitchTransport;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.testkit.PunctualTest;

/** Gives each instance of a {@code @QuarkusTest} a {@link PunctualTest} of its own, with the application's handlers. */
@Singleton
public class PunctualTests {

    /** Made of the beans that the extension's runtime has for it. */
    @Produces
    @Dependent
    PunctualTest punctualTest(EventRouter routes, LetterRoutes letters, EnvelopeReader reader, EngineSettings settings,
            ObjectMapper mapper,
            Instance<EventPublisher> publisher, Instance<SwitchTransport> transport) {
        return transport.isUnsatisfied() ? PunctualTest.forRoutes(routes, letters, reader, settings, mapper)
                : PunctualTest.forRoutes(routes, letters, reader, settings, mapper, publisher.get(), transport.get());
    }

    void close(@Disposes PunctualTest test) {
        test.close();
    }
}
