package dev.punctual.deployment.handler;

import static org.junit.jupiter.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deployment.Applications;
import io.quarkus.test.QuarkusUnitTest;

class SourceMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.refused(SourceMistakesTest.class, """
            10 mistakes in event methods:
            @OnEvent on Orders#blankId: id ' ' is blank; give it a name, or leave it out.
            @OnEvent on Orders#blankStream: stream ' ' is not the name of a stream; give 1 to 128 of a-z, A-Z, 0-9, _ . and -.
            @OnEvent on Orders#blankType: type ' ' is blank; give it a name, or leave it out.
            @OnEvent on Orders#both: both stream 'orders' and queue 'orders' are set; \
            keep one, and write a second method for the other.
            @OnEvent on Orders#fifo: queue 'orders.fifo' is a FIFO queue, which is not supported; use a standard queue.
            @OnEvent on Orders#neither: neither stream nor queue is set; name the one that the events come from.
            @OnEvent on Orders#overloaded: id 'Orders.overloaded' is also that of Orders#overloaded(byte[]); \
            give one of them another, with id = "…".
            @OnEvent on Orders#queueName: queue 'new orders' is not the name of a queue; give 1 to 80 of a-z, A-Z, 0-9, _ and -.
            @OnEvent on Orders#streamName: stream 'orders/new' is not the name of a stream; \
            give 1 to 128 of a-z, A-Z, 0-9, _ . and -.
            @OnDeadLetter on Orders#unknown: no handler has the id 'Orders.onOrder'; there are 'Orders.blankStream', \
            'Orders.blankType', 'Orders.both', 'Orders.fifo', 'Orders.neither', 'Orders.overloaded', 'Orders.queueName', \
            'Orders.streamName', or leave it out to take every letter.""", Order.class, Orders.class);

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent
        void neither(Order order) {
        }

        @OnEvent(stream = "orders", queue = "orders")
        void both(Order order) {
        }

        @OnEvent(stream = " ")
        void blankStream(Order order) {
        }

        @OnEvent(stream = "orders/new")
        void streamName(Order order) {
        }

        @OnEvent(queue = "new orders")
        void queueName(Order order) {
        }

        @OnEvent(queue = "orders.fifo")
        void fifo(Order order) {
        }

        @OnEvent(stream = "orders", type = " ")
        void blankType(Order order) {
        }

        @OnEvent(stream = "orders", id = " ")
        void blankId(Order order) {
        }

        @OnEvent(stream = "orders")
        void overloaded(Order order) {
        }

        @OnEvent(stream = "orders")
        void overloaded(byte[] order) {
        }

        @OnDeadLetter(handler = "Orders.onOrder")
        void unknown(DeadLetter letter) {
        }
    }

    @Test
    void refusesNamesThatLeadNowhere() {
        fail(QuarkusUnitTest.THE_BUILD_WAS_EXPECTED_TO_FAIL);
    }
}
