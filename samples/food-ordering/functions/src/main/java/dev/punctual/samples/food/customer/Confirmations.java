package dev.punctual.samples.food.customer;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderEvents;

/** Confirms accepted orders to their customers. */
@ApplicationScoped
public class Confirmations {

    private final OrderEvents events;

    Confirmations(OrderEvents events) {
        this.events = events;
    }

    @OnEvent(stream = OrderEvents.STREAM, type = "order_accepted")
    @RetryWithin("${confirmation.budget}")
    void confirm(Order order) {
        events.publish("order_confirmed", order);
    }
}
