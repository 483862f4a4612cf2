package dev.punctual.samples.food.customer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.punctual.Emits;
import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderStream;

/** Customers pick up what was confirmed to them; then the order is complete. */
@ApplicationScoped
public class PickUps {

    private static final Logger LOG = Logger.getLogger(PickUps.class);

    @OnEvent(stream = OrderStream.NAME, type = OrderStream.CONFIRMED)
    @RetryWithin("10s")
    @Emits(stream = OrderStream.NAME, type = OrderStream.PICKED_UP)
    Order pickUp(Order order) {
        return order;
    }

    @OnEvent(stream = OrderStream.NAME, type = OrderStream.PICKED_UP)
    @RetryWithin("10s")
    void complete(Order order, EventContext context) {
        LOG.debugf("Order %s is complete, %s before its deadline", order.orderId(), context.remaining());
    }
}
