package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.deployment.Applications;
import dev.punctual.runtime.handler.BeanCalls;
import dev.punctual.runtime.handler.HandlerRegistry;
import io.quarkus.test.QuarkusUnitTest;

class InvokersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Calls.class, Order.class, OfApplication.class,
            OfSingleton.class, OfNobody.class, OfRequest.class);

    record Order(String id) {
    }

    @Singleton
    static class Calls {
        final List<String> seen = new CopyOnWriteArrayList<>();
    }

    @ApplicationScoped
    static class OfApplication {
        @Inject
        Calls calls;

        @OnEvent(stream = "orders")
        void packagePrivate(Order order) {
            calls.seen.add("packagePrivate " + order.id());
        }

        @OnEvent(stream = "orders")
        protected void contextFirst(EventContext context, Order order) {
            calls.seen.add("contextFirst " + order.id() + " " + context);
        }
    }

    @Singleton
    static class OfSingleton {
        @Inject
        Calls calls;

        @OnEvent(stream = "orders")
        public void contextLast(Order order, EventContext context) {
            calls.seen.add("contextLast " + order.id() + " " + context);
        }
    }

    @Dependent
    static class OfNobody {
        @Inject
        Calls calls;

        @OnEvent(queue = "orders")
        void bytes(byte[] payload) {
            calls.seen.add("bytes " + payload.length);
        }
    }

    @RequestScoped
    static class OfRequest {
        @Inject
        Calls calls;

        @OnEvent(queue = "orders")
        void inRequest(Order order) {
            calls.seen.add("inRequest " + order.id());
        }
    }

    @Inject
    HandlerRegistry registry;

    @Inject
    Calls calls;

    @Test
    void callsBeansOfEveryScopeAndVisibility() throws Exception {
        for (HandlerRegistry.Handler handler : registry.handlers()) {
            Object[] arguments = switch (handler.definition().parameters()) {
                case PAYLOAD ->
                    new Object[] { handler.definition().payloadType() == byte[].class ? new byte[3] : new Order("1") };
                case PAYLOAD_CONTEXT -> new Object[] { new Order("2"), null };
                case CONTEXT_PAYLOAD -> new Object[] { null, new Order("3") };
            };
            BeanCalls.call(handler.invoker(), arguments);
        }

        assertThat(calls.seen).containsExactly("contextFirst 3 null", "packagePrivate 1", "bytes 3", "inRequest 1",
                "contextLast 2 null");
    }
}
