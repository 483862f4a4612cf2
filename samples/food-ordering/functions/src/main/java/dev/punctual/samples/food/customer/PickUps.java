package dev.punctual.samples.food.customer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderEvents;

/** Customers pick up what was confirmed to them; then the order is complete. */
@ApplicationScoped
public class PickUps {

    private static final Logger LOG = Logger.getLogger(PickUps.class);

    private final OrderEvents events;

    PickUps(OrderEvents events) {
        this.events = events;
    }

    @OnEvent(stream = OrderEvents.STREAM, type = "order_confirmed")
    @RetryWithin("10s")
    void pickUp(Order order) {
        events.publish("order_picked_up", order);
    }

    @OnEvent(stream = OrderEvents.STREAM, type = "order_picked_up")
    @RetryWithin("10s")
    void complete(Order order, EventContext context) {
        LOG.debugf("Order %s is complete, %s before its deadline", order.orderId(), context.remaining());
    }
}
