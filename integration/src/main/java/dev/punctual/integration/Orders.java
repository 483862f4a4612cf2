package dev.punctual.integration;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;

/** Says which events it handles. */
@Singleton
public class Orders {

    private static final Logger LOG = Logger.getLogger(Orders.class);

    /** An order that was placed. */
    public record Order(String id, int items) {

        /** @throws IllegalArgumentException if nothing was ordered */
        public Order {
            if (items < 1) {
                throw new IllegalArgumentException("an order has items");
            }
        }
    }

    @OnEvent(stream = "orders", type = "order_placed")
    @RetryWithin("1h")
    void placed(Order order) {
        LOG.infof("handled %s", order.id());
    }

    @OnEvent(queue = "claims")
    void claimed(byte[] claim) {
        LOG.infof("handled a claim of %d bytes", claim.length);
    }
}
