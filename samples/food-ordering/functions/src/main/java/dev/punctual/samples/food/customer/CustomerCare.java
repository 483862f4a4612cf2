package dev.punctual.samples.food.customer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.punctual.OnDeadLetter;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.samples.food.order.Order;

/** Tells customers of orders that nobody will prepare, and the team of all other letters. */
@ApplicationScoped
public class CustomerCare {

    private static final String NOTIFICATION = "RestaurantNotifications.notifyRestaurant";
    private static final Logger LOG = Logger.getLogger(CustomerCare.class);

    @OnDeadLetter(handler = NOTIFICATION)
    void apologise(Order order, DeadLetter letter) {
        LOG.infof("Dear %s, %s cannot prepare your order %s: we are sorry (%s)", order.customer(), order.restaurant(),
                order.orderId(), letter.reason());
    }

    @OnDeadLetter
    void alert(DeadLetter letter) {
        if (!letter.handler().equals(NOTIFICATION)) {
            LOG.warnf("Somebody should look into %s of %s (%s)", letter.type(), letter.correlationId(), letter.reason());
        }
    }
}
