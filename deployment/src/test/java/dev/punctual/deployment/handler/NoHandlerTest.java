package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.deployment.Applications;
import dev.punctual.runtime.handler.HandlerRegistry;
import io.quarkus.test.QuarkusUnitTest;

class NoHandlerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of()
            .setLogRecordPredicate(record -> record.getLoggerName().equals("dev.punctual"))
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
                assertThat(record.getMessage()).startsWith("The application has no @OnEvent method");
            }));

    @Inject
    HandlerRegistry registry;

    @Test
    void buildsAndWarns() {
        assertThat(registry.handlers()).isEmpty();
        assertThat(registry.deadLetterMethods()).isEmpty();
    }
}
