package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.EngineSettings;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.UndecodableException;
import io.quarkus.test.QuarkusUnitTest;

/** What the testkit finds in an application, to run the engine with. */
class RoutingBeansTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class)
            .overrideRuntimeConfigKey("orders.budget", "7s")
            .overrideRuntimeConfigKey("quarkus.punctual.type-field", "kind")
            .overrideRuntimeConfigKey("quarkus.punctual.unknown-type", "ignore")
            .overrideRuntimeConfigKey("quarkus.punctual.source.\"orders\".name", "orders-of-another-stage")
            .overrideRuntimeConfigKey("quarkus.punctual.guard", "100ms");

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        @RetryWithin("${orders.budget}")
        void onOrder(byte[] order) {
        }
    }

    @Inject
    EventRouter router;

    @Inject
    EnvelopeReader reader;

    @Inject
    EngineSettings settings;

    @Test
    void areAsTheApplicationIsConfigured() throws UndecodableException {
        assertThat(router.routes()).singleElement().satisfies(route -> {
            assertThat(route.handler()).isEqualTo("Orders.onOrder");
            assertThat(route.source()).as("tests call it what the annotation does").isEqualTo("orders");
            assertThat(route.policy().budget().value()).isEqualTo(Duration.ofSeconds(7));
        });
        EventRecord plain = new EventRecord(EventSource.ofArn("arn:aws:sqs:us-east-1:123456789012:orders"), "", "m-1", "",
                Instant.EPOCH, "{\"kind\":\"placed\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.read(plain).type()).isEqualTo("placed");
        assertThat(settings.ignoreUnknownTypes()).isTrue();
        assertThat(settings.guard()).isEqualTo(Duration.ofMillis(100));
    }
}
