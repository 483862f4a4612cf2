package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.runtime.EventFunction;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where there is HTTP, Prometheus' extension shows what is measured; in a JVM of its own: the route is found there alone. */
@Tag("own-jvm")
class PrometheusTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Order.class, Orders.class, LambdaCalls.class, TestContext.class)
            .setForcedDependencies(List.of(
                    Dependency.of("io.quarkus", "quarkus-micrometer-registry-prometheus", Version.getVersion())));

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {

        @OnEvent(stream = "orders", type = "order_placed")
        @RetryWithin("9s")
        void placed(Order order, EventContext context) {
        }
    }

    @Inject
    EventFunction function;

    @Inject
    SqsClient sqs;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @Test
    void showsWhatBecameOfEvents() throws IOException, InterruptedException {
        new LambdaCalls(function, sqs).ofStream("orders",
                "{\"type\":\"order_placed\",\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> page = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics")).header("Accept", "text/plain")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().lines().filter(line -> line.startsWith("punctual_") && line.contains("_count{handler=")))
                .anyMatch(line -> line.matches(
                        "punctual_events_seconds_count\\{handler=\"Orders.placed\",outcome=\"handled\",reason=\"none\",?} 1.*"))
                .anyMatch(line -> line.matches("punctual_slack_seconds_count\\{handler=\"Orders.placed\",?} 1.*"));
    }
}
