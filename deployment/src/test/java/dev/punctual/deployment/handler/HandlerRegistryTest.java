package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deployment.Applications;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.EventSource.Kind;
import dev.punctual.runtime.EventFunction;
import dev.punctual.runtime.handler.DeadLetterMethodDefinition;
import dev.punctual.runtime.handler.DeadLetterMethodDefinition.Parameter;
import dev.punctual.runtime.handler.HandlerDefinition;
import dev.punctual.runtime.handler.HandlerDefinition.Parameters;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.handler.HandlerRegistry.DeadLetterMethod;
import dev.punctual.runtime.handler.HandlerRegistry.Handler;
import dev.punctual.runtime.handler.RetryDefinition;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.test.QuarkusUnitTest;

class HandlerRegistryTest {

    private static final String TEST = HandlerRegistryTest.class.getName();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Orders.class, Letters.class, Handles.class, Bridged.class, Elsewhere.class)
            .overrideRuntimeConfigKey("orders.budget", "7s")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("dev.punctual"))
            .assertLogRecords(records -> assertThat(records).singleElement()
                    .satisfies(record -> assertThat(record.getParameters()).containsExactly(
                            TEST + "$Elsewhere#placed, " + TEST + "$Elsewhere#sameIdInAnotherBuild")));

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders", type = "order_placed", id = "z-last")
        @RetryWithin(value = "${orders.budget}", maxAttempts = 3, backoff = "1s", maxBackoff = "${orders.max:PT2S}", permanent = {
                IllegalArgumentException.class, DateTimeException.class })
        void placed(EventContext context, Order order) {
        }

        @OnEvent(queue = "refunds")
        void refunded(byte[] payload, EventContext context) {
        }
    }

    @ApplicationScoped
    static class Letters {
        @OnDeadLetter(handler = "Elsewhere.placed")
        void ofElsewhere(DeadLetter letter) {
            throw new IllegalStateException("letter " + letter);
        }

        @OnDeadLetter
        void everyOne(DeadLetter letter) {
        }

        @OnDeadLetter
        void withEvent(DeadLetter letter, Order order) {
        }

        @OnDeadLetter
        void withBytes(Optional<byte[]> payload) {
        }
    }

    interface Handles<T> {
        void handle(T event);
    }

    /** The compiler adds {@code handle(Object)} to it, annotation included. */
    @ApplicationScoped
    static class Bridged implements Handles<Order> {
        @Override
        @OnEvent(stream = "orders")
        @RetryWithin("5s")
        public void handle(Order order) {
        }
    }

    @ApplicationScoped
    @IfBuildProfile("elsewhere")
    static class Elsewhere {
        @OnEvent(stream = "orders", id = "z-last")
        int sameIdInAnotherBuild(Order order) {
            return 1;
        }

        @OnEvent(stream = "orders")
        void placed(Order order) {
        }
    }

    @Inject
    HandlerRegistry registry;

    @Inject
    EventFunction function;

    @Test
    void holdsTheHandlersOfThisBuildSortedById() {
        assertThat(registry.handlers()).extracting(Handler::definition).containsExactly(
                new HandlerDefinition("Bridged.handle", TEST + "$Bridged#handle", Kind.STREAM, "orders", "", Order.class,
                        Parameters.PAYLOAD,
                        Optional.of(new RetryDefinition("5s", RetryWithin.AS_MANY_AS_FIT, "200ms", "10s", List.of())),
                        Optional.empty(), OrderRule.ANY, Optional.empty()),
                new HandlerDefinition("Orders.refunded", TEST + "$Orders#refunded", Kind.QUEUE, "refunds", "", byte[].class,
                        Parameters.PAYLOAD_CONTEXT, Optional.empty(), Optional.empty(), OrderRule.ANY, Optional.empty()),
                new HandlerDefinition("z-last", TEST + "$Orders#placed", Kind.STREAM, "orders", "order_placed", Order.class,
                        Parameters.CONTEXT_PAYLOAD, Optional.of(new RetryDefinition("${orders.budget}", 3, "1s",
                                "${orders.max:PT2S}", List.of(IllegalArgumentException.class, DateTimeException.class))),
                        Optional.empty(), OrderRule.ANY, Optional.empty()));
    }

    @Test
    void holdsTheDeadLetterMethodsInStableOrder() {
        assertThat(registry.deadLetterMethods()).extracting(DeadLetterMethod::definition).containsExactly(
                new DeadLetterMethodDefinition(TEST + "$Letters#everyOne", "", List.of(Parameter.LETTER), Optional.empty(),
                        List.of()),
                new DeadLetterMethodDefinition(TEST + "$Letters#ofElsewhere", "Elsewhere.placed", List.of(Parameter.LETTER),
                        Optional.empty(), List.of()),
                new DeadLetterMethodDefinition(TEST + "$Letters#withBytes", "",
                        List.of(Parameter.OPTIONAL_EVENT), Optional.of(byte[].class), List.of("Orders.refunded")),
                new DeadLetterMethodDefinition(TEST + "$Letters#withEvent", "", List.of(Parameter.LETTER, Parameter.EVENT),
                        Optional.of(Order.class), List.of("Bridged.handle", "z-last")));
        assertThat(registry.deadLetterMethods().get(3).codec()).containsSame(registry.handlers().get(0).codec());
    }

    @Test
    void callsDeadLetterMethodsAndPassesTheirExceptionsOn() {
        DeadLetterMethod method = registry.deadLetterMethods().get(1);

        assertThatThrownBy(() -> method.invoker().invoke(null, new Object[] { null }))
                .isInstanceOf(IllegalStateException.class).hasMessage("letter null");
    }

    @Test
    void feedsTheLambdaEntry() {
        assertThat(function).isNotNull();
    }
}
