package dev.punctual.runtime.logging;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.runtime.config.LogConfig;
import dev.punctual.runtime.config.LogConfig.Steps;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.spi.DispatchListener;

/** What functions log of events; beans of every application. */
@Singleton
public class LoggingBeans {

    private final LogConfig config;
    private final boolean json;

    LoggingBeans(PunctualConfig config, @ConfigProperty(name = "AWS_LAMBDA_FUNCTION_NAME") Optional<String> lambda) {
        this.config = config.log();
        this.json = this.config.format().isJson(lambda.isPresent());
    }

    /** The steps of events, where they are written as JSON. */
    @Produces
    @Singleton
    StepLog steps() {
        return new StepLog(new JsonFactory(), json ? config.steps() : Steps.NONE, InstantSource.system(),
                StandardOutput::print);
    }

    /** Warns of dead letters, where steps are written as text. */
    @Produces
    @Singleton
    DispatchListener deadLetters() {
        return json || config.steps() == Steps.NONE ? DispatchListener.NONE : new DeadLetterLog();
    }
}
