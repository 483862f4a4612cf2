package dev.punctual.samples.food.customer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.punctual.OnDeadLetter;
import dev.punctual.deadletter.DeadLetter;

/** Tells customers about orders that failed. */
@ApplicationScoped
public class CustomerCare {

    private static final Logger LOG = Logger.getLogger(CustomerCare.class);

    @OnDeadLetter
    void apologise(DeadLetter letter) {
        LOG.infof("We are sorry: order %s failed at %s (%s)", letter.correlationId(), letter.type(), letter.reason());
    }
}
