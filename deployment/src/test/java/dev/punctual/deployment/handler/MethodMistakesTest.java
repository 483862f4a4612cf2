package dev.punctual.deployment.handler;

import static org.junit.jupiter.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deployment.Applications;
import io.quarkus.test.QuarkusUnitTest;

class MethodMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.refused(MethodMistakesTest.class,
            """
                    11 mistakes in event methods:
                    @OnEvent on Base#inherited: class Base is abstract, so it is not a bean, and annotated methods are not inherited; \
                    override the method in the bean that extends it, and annotate it there.
                    @OnEvent on Base#missing: the method is abstract, and annotations on methods are not inherited; \
                    annotate the method of the bean that implements it.
                    @OnEvent on Contract#agreed: the method is declared by an interface, and annotations on methods are not inherited; \
                    annotate the method of the bean that implements it.
                    @OnEvent on Contract#preset: the method is declared by an interface, and annotations on methods are not inherited; \
                    annotate the method of the bean that implements it.
                    @OnEvent on NoBean#on: class NoBean is not a bean; give it a scope, such as @ApplicationScoped.
                    @OnEvent on Orders#counted: the method returns int, which nobody would see; return void, and throw an exception to fail, or add @Emits to publish it.
                    @OnDeadLetter on Orders#dead: the method is private, so it cannot be called without reflection; remove 'private'.
                    @OnDeadLetter on Orders#dead: the method is static, but it is called on its bean; remove 'static'.
                    @OnEvent on Orders#hidden: the method is private, so it cannot be called without reflection; remove 'private'.
                    @RetryWithin on Orders#never: only event methods are retried; add @OnEvent, or remove @RetryWithin.
                    @OnEvent on Orders#shared: the method is static, but it is called on its bean; remove 'static'.""",
            Order.class, Orders.class, NoBean.class, Base.class, Derived.class, Contract.class, Implementation.class);

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        private void hidden(Order order) {
        }

        @OnEvent(stream = "orders")
        static void shared(Order order) {
        }

        @OnEvent(stream = "orders")
        int counted(Order order) {
            return 1;
        }

        @RetryWithin("5s")
        void never(Order order) {
        }

        @OnDeadLetter
        private static void dead(DeadLetter letter) {
        }
    }

    static class NoBean {
        @OnEvent(stream = "orders")
        void on(Order order) {
        }
    }

    @ApplicationScoped
    abstract static class Base {
        @OnEvent(stream = "orders")
        void inherited(Order order) {
        }

        @OnEvent(stream = "orders")
        abstract void missing(Order order);
    }

    @ApplicationScoped
    static class Derived extends Base {
        @Override
        void missing(Order order) {
        }
    }

    interface Contract {
        @OnEvent(stream = "orders")
        void agreed(Order order);

        @OnEvent(stream = "orders")
        default void preset(Order order) {
        }
    }

    @ApplicationScoped
    static class Implementation implements Contract {
        @Override
        public void agreed(Order order) {
        }
    }

    @Test
    void refusesMethodsThatCannotBeCalled() {
        fail(QuarkusUnitTest.THE_BUILD_WAS_EXPECTED_TO_FAIL);
    }
}
