package dev.punctual.deployment.handler;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deployment.Applications;
import io.quarkus.test.QuarkusUnitTest;

class ParameterMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.refused(ParameterMistakesTest.class,
            """
                    22 mistakes in event methods:
                    @OnEvent on Generic#variable: payload type T is a type variable, so the type of the payload is not known; \
                    take a record, a class or byte[].
                    @OnEvent on Orders#array: payload type Order[] is an array; take a record, a class or byte[].
                    @OnEvent on Orders#both: the method is annotated @OnDeadLetter too, which takes other parameters; split it in two.
                    @OnEvent on Orders#contextOnly: the method takes an EventContext, but no payload; \
                    add the payload, such as a record or byte[].
                    @OnDeadLetter on Orders#deadContext: the method takes an EventContext, which goes with an attempt; \
                    take the dev.punctual.deadletter.DeadLetter, which tells as much.
                    @OnDeadLetter on Orders#deadList: payload type java.util.List<Order> is parameterised, \
                    and its parameters would be lost; take a record, a class or byte[].
                    @OnDeadLetter on Orders#deadNothing: the method takes no parameter; add the event, \
                    such as a handler takes it or an Optional of that, or dev.punctual.deadletter.DeadLetter, or both.
                    @OnDeadLetter on Orders#deadOptionalLetter: the method takes an Optional of the DeadLetter, \
                    which is always there; take the DeadLetter.
                    @OnDeadLetter on Orders#deadOther: handler 'Orders.right' takes Order, and the method takes Refund; \
                    take the same, byte[], or the DeadLetter alone.
                    @OnDeadLetter on Orders#deadRaw: the method takes an Optional that does not say of which event; \
                    write it like Optional<OrderPlaced>.
                    @OnDeadLetter on Orders#deadTwo: the method takes 2 events, Order and Refund; \
                    keep one, and write a method of its own for each type.
                    @OnDeadLetter on Orders#deadTwoLetters: the method takes 2 DeadLetters; keep one.
                    @OnDeadLetter on Orders#deadUnknown: no handler takes Refund, so the method would never run; \
                    there are handlers of Order; take one of these, byte[], or the DeadLetter alone.
                    @OnEvent on Orders#inner: payload type Orders$Inner is an inner class; make it static, or a record.
                    @OnEvent on Orders#nothing: the method takes no parameter; add the payload, such as a record or byte[].
                    @OnEvent on Orders#parameterised: payload type java.util.List<Order> is parameterised, \
                    and its parameters would be lost; take a record, a class or byte[].
                    @OnEvent on Orders#primitive: payload type int is a primitive; take a record, a class or byte[].
                    @OnEvent on Orders#someAbstract: payload type java.lang.Number is abstract; take a record, a class or byte[].
                    @OnEvent on Orders#someInterface: payload type java.lang.CharSequence is an interface; take a record, a class or byte[].
                    @OnEvent on Orders#twoContexts: the method takes 2 EventContexts; keep one.
                    @OnEvent on Orders#twoDimensions: payload type byte[][] is an array; take a record, a class or byte[].
                    @OnEvent on Orders#twoPayloads: the method takes 2 payloads, Order and byte[]; keep one, with all that the event carries.""",
            Order.class, Refund.class, Orders.class, Orders.Inner.class, Generic.class);

    record Order(String id) {
    }

    record Refund(String id) {
    }

    @ApplicationScoped
    static class Orders {
        class Inner {
        }

        @OnEvent(stream = "orders")
        void nothing() {
        }

        @OnEvent(stream = "orders")
        void contextOnly(EventContext context) {
        }

        @OnEvent(stream = "orders")
        void twoContexts(EventContext first, Order order, EventContext second) {
        }

        @OnEvent(stream = "orders")
        void twoPayloads(Order order, byte[] bytes) {
        }

        @OnEvent(stream = "orders")
        void primitive(int count) {
        }

        @OnEvent(stream = "orders")
        void someInterface(CharSequence text) {
        }

        @OnEvent(stream = "orders")
        void someAbstract(Number number) {
        }

        @OnEvent(stream = "orders")
        void inner(Inner inner) {
        }

        @OnEvent(stream = "orders")
        void parameterised(List<Order> orders) {
        }

        @OnEvent(stream = "orders")
        void array(Order[] orders) {
        }

        @OnEvent(stream = "orders")
        void twoDimensions(byte[][] bytes) {
        }

        @OnEvent(stream = "orders")
        @OnDeadLetter
        void both(Order order) {
        }

        @OnEvent(stream = "orders")
        void right(Order order) {
        }

        @OnDeadLetter
        void deadNothing() {
        }

        @OnDeadLetter
        void deadContext(DeadLetter letter, EventContext context) {
        }

        @OnDeadLetter
        void deadTwo(Order order, Optional<Refund> refund, DeadLetter letter) {
        }

        @OnDeadLetter
        void deadTwoLetters(DeadLetter letter, Order order, DeadLetter again) {
        }

        @OnDeadLetter
        void deadOptionalLetter(Optional<DeadLetter> letter) {
        }

        @OnDeadLetter
        @SuppressWarnings("rawtypes")
        void deadRaw(Optional order, DeadLetter letter) {
        }

        @OnDeadLetter
        void deadList(Optional<List<Order>> orders) {
        }

        @OnDeadLetter
        void deadUnknown(Refund refund) {
        }

        @OnDeadLetter(handler = "Orders.right")
        void deadOther(Optional<Refund> refund, DeadLetter letter) {
        }

        @OnDeadLetter(handler = "Orders.right")
        void deadBytes(DeadLetter letter, byte[] payload) {
        }
    }

    @Dependent
    static class Generic<T> {
        @OnEvent(stream = "orders")
        void variable(T payload) {
        }
    }

    @Test
    void refusesParametersThatNoEventCanFill() {
        fail(QuarkusUnitTest.THE_BUILD_WAS_EXPECTED_TO_FAIL);
    }
}
