package dev.punctual.deployment.handler;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

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
                    15 mistakes in event methods:
                    @OnEvent on Generic#variable: payload type T is a type variable, so the type of the payload is not known; \
                    take a record, a class or byte[].
                    @OnEvent on Orders#array: payload type Order[] is an array; take a record, a class or byte[].
                    @OnEvent on Orders#both: the method is annotated @OnDeadLetter too, which takes other parameters; split it in two.
                    @OnEvent on Orders#contextOnly: the method takes an EventContext, but no payload; \
                    add the payload, such as a record or byte[].
                    @OnDeadLetter on Orders#deadNothing: the method takes (); take one dev.punctual.deadletter.DeadLetter and nothing else.
                    @OnDeadLetter on Orders#deadTwo: the method takes (dev.punctual.deadletter.DeadLetter, dev.punctual.EventContext); \
                    take one dev.punctual.deadletter.DeadLetter and nothing else.
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
            Order.class, Orders.class, Orders.Inner.class, Generic.class);

    record Order(String id) {
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

        @OnDeadLetter
        void deadNothing() {
        }

        @OnDeadLetter
        void deadTwo(DeadLetter letter, EventContext context) {
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
