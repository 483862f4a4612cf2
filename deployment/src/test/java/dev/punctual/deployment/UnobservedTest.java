package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.runtime.EventFunction;
import dev.punctual.spi.AttemptObserver;
import dev.punctual.spi.DispatchListener;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An application that has the extensions for metrics and traces, and has switched them off. */
class UnobservedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Order.class, Orders.class, LambdaCalls.class, TestContext.class)
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-opentelemetry", Version.getVersion())))
            .overrideConfigKey("quarkus.micrometer.enabled", "false").overrideConfigKey("quarkus.otel.enabled", "false");

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {

        private volatile String handled = "";

        @OnEvent(stream = "orders", type = "order_placed")
        @RetryWithin("9s")
        void placed(Order order, EventContext context) {
            handled = context.correlationId();
        }

        String handled() {
            return handled;
        }
    }

    @Inject
    EventFunction function;

    @Inject
    SqsClient sqs;

    @Inject
    Orders orders;

    @Inject
    @Any
    Instance<DispatchListener> listeners;

    @Inject
    @Any
    Instance<AttemptObserver> observers;

    @Test
    void handlesEventsWithoutEither() {
        new LambdaCalls(function, sqs).ofStream("orders",
                ("{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/s\",\"type\":\"order_placed\","
                        + "\"correlationid\":\"journey-1\",\"data\":{\"id\":\"1\"}}").getBytes(StandardCharsets.UTF_8));

        assertThat(orders.handled()).isEqualTo("journey-1");
        assertThat(listeners.stream().map(Object::getClass).map(Class::getPackageName))
                .isNotEmpty().noneMatch(name -> name.endsWith("metrics") || name.endsWith("tracing"));
        assertThat(observers.stream().map(Object::getClass).map(Class::getPackageName))
                .isNotEmpty().noneMatch(name -> name.endsWith("tracing"));
    }
}
