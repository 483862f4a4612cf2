package dev.punctual.samples.food.customer;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.Emits;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderStream;

/** Confirms accepted orders to their customers. */
@ApplicationScoped
public class Confirmations {

    @OnEvent(stream = OrderStream.NAME, type = OrderStream.ACCEPTED)
    @RetryWithin("${confirmation.budget}")
    @Emits(stream = OrderStream.NAME, type = OrderStream.CONFIRMED)
    Order confirm(Order order) {
        return order;
    }
}
