package dev.punctual.benchmarks.punctual;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.benchmarks.order.DishUnknownException;
import dev.punctual.benchmarks.order.Kitchen;
import dev.punctual.benchmarks.order.Order;
import dev.punctual.benchmarks.order.OrderMessage;

/** Handles orders in JSON and in Protobuf. The budget outlasts a run, whose events are all written at its start. */
@ApplicationScoped
public class OrderEvents {

    @OnEvent(stream = "orders")
    @RetryWithin(value = "12h", permanent = DishUnknownException.class)
    void onOrder(Order order, EventContext context) {
        Kitchen.prepare(order);
    }

    @OnEvent(stream = "orders-protobuf")
    @RetryWithin(value = "12h", permanent = DishUnknownException.class)
    void onOrderMessage(OrderMessage order, EventContext context) {
        Kitchen.prepare(order);
    }
}
