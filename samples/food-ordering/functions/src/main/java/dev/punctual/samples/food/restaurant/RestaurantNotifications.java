package dev.punctual.samples.food.restaurant;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.EventContext;
import dev.punctual.EventPublisher;
import dev.punctual.OnEvent;
import dev.punctual.OutgoingEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderStream;

/** Notifies restaurants of orders; each accepts in its own way, or does not. */
@ApplicationScoped
public class RestaurantNotifications {

    private final Restaurants restaurants;
    private final EventPublisher publisher;

    RestaurantNotifications(Restaurants restaurants, EventPublisher publisher) {
        this.restaurants = restaurants;
        this.publisher = publisher;
    }

    @OnEvent(stream = OrderStream.NAME, type = OrderStream.PLACED)
    @RetryWithin(value = "10s", backoff = "400ms", permanent = RestaurantClosedException.class)
    void notifyRestaurant(Order order, EventContext context) throws InterruptedException {
        byte[] answer = restaurants.notify(order, context.attempt());
        publisher.publish(OrderStream.NAME, answer.length > 0
                ? OutgoingEvent.of(OrderStream.ACCEPTED, answer).withPartitionKey(order.orderId())
                : OutgoingEvent.of(OrderStream.ACCEPTED, order));
    }
}
