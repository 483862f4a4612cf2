package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.runtime.EventFunction;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Spans have left the process when the function answers; a handler's logging knows its event. */
class TracingTest {

    private static final String HEADER = "com.amazonaws.xray.traceHeader";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Orders.class, Exporter.class, LambdaCalls.class, TestContext.class)
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-opentelemetry", Version.getVersion()),
                            Dependency.of("io.opentelemetry", "opentelemetry-sdk-testing", "1.57.0")))
            .overrideConfigKey("quarkus.otel.traces.exporter", "cdi")
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "1H");

    record Order(String id) {
    }

    static class Exporter {

        @Produces
        @Singleton
        InMemorySpanExporter spans() {
            return InMemorySpanExporter.create();
        }
    }

    @ApplicationScoped
    static class Orders {

        private final Map<String, Object> seen = new ConcurrentHashMap<>();

        Map<String, Object> seen() {
            return seen;
        }

        @OnEvent(stream = "orders", type = "order_placed")
        @RetryWithin("9s")
        void placed(Order order, EventContext context) {
            for (String key : List.of("correlationId", "eventId", "handler", "attempt", "traceId")) {
                seen.put(key, String.valueOf(MDC.get(key)));
            }
        }
    }

    @Inject
    EventFunction function;

    @Inject
    SqsClient sqs;

    @Inject
    Orders orders;

    @Inject
    InMemorySpanExporter spans;

    @AfterEach
    void clear() {
        System.clearProperty(HEADER);
    }

    @Test
    void spansLeaveBeforeTheAnswerInTheTraceThatLambdaTellsOf() {
        System.setProperty(HEADER, "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");

        new LambdaCalls(function, sqs).ofStream("orders",
                ("{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/s\",\"type\":\"order_placed\",\"correlationid\":\"journey-1\","
                        + "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\",\"data\":{\"id\":\"1\"}}")
                        .getBytes(StandardCharsets.UTF_8));

        List<SpanData> finished = spans.getFinishedSpanItems();
        assertThat(finished).extracting(SpanData::getName).containsExactlyInAnyOrder("process orders", "orders-stream");
        assertThat(finished).extracting(SpanData::getTraceId).containsExactlyInAnyOrder("4bf92f3577b34da6a3ce929d0e0e4736",
                "5759e988bd862e3fe1be46a994272793");
        assertThat(orders.seen()).containsEntry("correlationId", "journey-1").containsEntry("eventId", "e-1")
                .containsEntry("handler", "Orders.placed").containsEntry("attempt", "1")
                .containsEntry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    }
}
