package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.runtime.EventFunction;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a function writes on Lambda: the troubles of its events, and one line of metrics for each invocation. */
class FunctionOutputTest {

    private static final String SECRET = "4111 1111";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Order.class, Orders.class, LambdaCalls.class, TestContext.class)
            .overrideConfigKey("quarkus.application.name", "shop")
            .overrideRuntimeConfigKey("quarkus.punctual.metrics.emf", "on")
            .overrideRuntimeConfigKey("quarkus.punctual.log.format", "json");

    record Order(String card) {
    }

    @ApplicationScoped
    static class Orders {

        @OnEvent(stream = "orders", type = "order_placed")
        @RetryWithin(value = "9s", backoff = "10ms")
        void placed(Order order, EventContext context) {
            if (context.attempt() == 1) {
                throw new IllegalStateException("no luck with " + order.card());
            }
        }
    }

    @Inject
    EventFunction function;

    @Inject
    SqsClient sqs;

    private List<String> output(String event) {
        PrintStream before = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            new LambdaCalls(function, sqs).ofStream("orders", event.getBytes(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
        return written.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("{")).toList();
    }

    @Test
    void writesTroublesAndOneLineOfMetrics() {
        List<String> lines = output(
                "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/s\",\"type\":\"order_placed\",\"correlationid\":\"journey-1\","
                        + "\"data\":{\"card\":\"" + SECRET + "\"}}");

        assertThat(lines).hasSize(2).noneMatch(line -> line.contains(SECRET));
        assertThat(lines.get(0)).contains("\"punctual\":\"step\"", "\"step\":\"attempt\"", "\"correlationId\":\"journey-1\"",
                "\"exception\":\"java.lang.IllegalStateException\"", "\"fingerprint\":");
        assertThat(lines.get(1)).contains("\"Namespace\":\"Punctual\"", "\"application\":\"shop\"",
                "\"handler\":\"Orders.placed\"", "\"source\":\"orders\"", "\"punctual.events.handled\":{\"Values\":",
                "\"punctual.slack\":{\"Values\":", "\"punctual.attempts\":{\"Values\":[2]",
                "\"punctual.batch.size\":{\"Values\":[1]",
                "\"punctual.retries.in.place\":1").doesNotContain("jvm.");
    }
}
