package dev.punctual.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;

/** Handlers for the tests of {@link PunctualTest}. */
class Kitchen {

    static final String COOK = "Kitchen.cook";
    static final String WASH = "Kitchen.wash";

    record Order(String dish) {
    }

    static CloudEvent placed(String dish) {
        return CloudEvent.of("order_placed", new Order(dish));
    }

    final List<String> cooked = new ArrayList<>();
    final List<String> washed = new ArrayList<>();

    @OnEvent(stream = "orders", type = "order_placed")
    @RetryWithin(value = "10s", backoff = "${backoff:400ms}", permanent = IllegalArgumentException.class)
    void cook(Order order, EventContext context) {
        cooked.add(order.dish() + ' ' + context.attempt());
    }

    @OnEvent(queue = "dishes")
    @RetryWithin("1m")
    void wash(byte[] dish) {
        washed.add(new String(dish, StandardCharsets.UTF_8));
    }
}
