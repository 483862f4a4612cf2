package dev.punctual.runtime.metrics.emf;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.runtime.config.MetricsConfig;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.logging.StandardOutput;
import dev.punctual.spi.InvocationListener;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Metrics;

/** Metrics of functions on Lambda; beans of applications that have {@code quarkus-micrometer}. */
@Singleton
public class EmfBeans {

    private static final int LONGEST_NAMESPACE = 255;

    private final MetricsConfig config;
    private final Optional<EmfRegistry> registry;

    @Inject
    EmfBeans(PunctualConfig config, @ConfigProperty(name = "AWS_LAMBDA_FUNCTION_NAME") Optional<String> lambda,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "application") String application) {
        this(config.metrics(), lambda.isPresent(), application);
    }

    EmfBeans(MetricsConfig config, boolean onLambda, String application) {
        this.config = config;
        this.registry = config.emf().isOn(onLambda) ? Optional.of(registry(application)) : Optional.empty();
        registry.ifPresent(Metrics::addRegistry);
    }

    private EmfRegistry registry(String application) {
        if (config.namespace().isBlank() || config.namespace().length() > LONGEST_NAMESPACE) {
            throw new IllegalArgumentException("quarkus.punctual.metrics.namespace: has " + config.namespace().length()
                    + " characters; set 1 to " + LONGEST_NAMESPACE);
        }
        if (config.maxMeters() < 1) {
            throw new IllegalArgumentException(
                    "quarkus.punctual.metrics.max-meters: " + config.maxMeters() + " is out of range; set 1 or more");
        }
        EmfRegistry made = new EmfRegistry(config.exclude(), config.maxMeters(), Clock.SYSTEM);
        made.config().commonTags(EmfRegistry.APPLICATION, application);
        return made;
    }

    /** What is written as lines, where that is on. */
    Optional<EmfRegistry> registry() {
        return registry;
    }

    /** Writes what was measured, where that is on. */
    @Produces
    @Singleton
    InvocationListener emf() {
        return registry.<InvocationListener> map(kept -> new EmfFlush(kept, new EmfLine(new JsonFactory(), config.namespace()),
                InstantSource.system(), StandardOutput::print)).orElse(InvocationListener.NONE);
    }

    @PreDestroy
    void close() {
        registry.ifPresent(Metrics::removeRegistry);
    }
}
