package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.runtime.EventFunction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.QuarkusUnitTest;

class MetricsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Order.class, Orders.class, TestContext.class)
            .overrideRuntimeConfigKey("quarkus.punctual.unknown-type", "ignore");

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {

        @OnEvent(stream = "orders", type = "order_placed")
        @RetryWithin(value = "9s", backoff = "10ms")
        void placed(Order order, dev.punctual.EventContext context) {
            if (context.attempt() == 1) {
                throw new IllegalStateException("not yet");
            }
        }
    }

    @Inject
    EventFunction function;

    @Inject
    MeterRegistry registry;

    @Test
    void countsWhatBecomesOfEvents() throws IOException {
        io.micrometer.core.instrument.Metrics.addRegistry(new SimpleMeterRegistry());

        String answer = invoke("{\"type\":\"order_placed\",\"id\":\"1\"}", "{\"type\":\"order_cancelled\"}");

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(registry.get("punctual.events").tags("handler", "Orders.placed", "outcome", "handled").timer().count())
                .isEqualTo(1);
        assertThat(registry.get("punctual.events").tags("handler", "none", "outcome", "ignored").timer().count()).isEqualTo(1);
        assertThat(registry.get("punctual.attempts.failed").tags("exception", "java.lang.IllegalStateException").counter()
                .count()).isEqualTo(1);
    }

    private String invoke(String... data) throws IOException {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < data.length; i++) {
            records.append(i == 0 ? "" : ",").append("{\"eventSource\":\"aws:kinesis\",\"eventID\":\"shardId-000000000000:")
                    .append(i).append("\",\"eventSourceARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/orders\",")
                    .append("\"kinesis\":{\"partitionKey\":\"1\",\"sequenceNumber\":\"").append(i)
                    .append("\",\"approximateArrivalTimestamp\":").append(Instant.now().getEpochSecond()).append(",\"data\":\"")
                    .append(Base64.getEncoder().encodeToString(data[i].getBytes(StandardCharsets.UTF_8))).append("\"}}");
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(("{\"Records\":[" + records + "]}").getBytes(StandardCharsets.UTF_8)),
                answer, new TestContext("orders-stream"));
        return answer.toString(StandardCharsets.UTF_8);
    }
}
