package dev.punctual.samples.food.restaurant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderEvents;

/** Notifies restaurants of orders; each accepts in its own way, or does not. */
@ApplicationScoped
public class RestaurantNotifications {

    private final Restaurants restaurants;
    private final OrderEvents events;

    RestaurantNotifications(Restaurants restaurants, OrderEvents events) {
        this.restaurants = restaurants;
        this.events = events;
    }

    @OnEvent(stream = OrderEvents.STREAM, type = "order_placed")
    @RetryWithin(value = "10s", backoff = "400ms", permanent = RestaurantClosedException.class)
    void notifyRestaurant(Order order, EventContext context) throws InterruptedException {
        byte[] answer = restaurants.notify(order, context.attempt());
        if (answer.length > 0) {
            events.put(order.orderId(), answer);
        } else {
            events.publish("order_accepted", order);
        }
    }
}
