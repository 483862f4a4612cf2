package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.ledger.Death;
import dev.punctual.spi.Outcome;

/** Where a batch's deliveries stand, as far as books need to move them. */
interface Stage {

    /** Its outcome is certain. */
    void finish(Share share, Outcome outcome);

    /** Something has changed. */
    void wakeUp();

    /** Whether more than one share of the batch is not through. */
    boolean hasOthers();

    /** It is ready for its next attempt, or its next claim. */
    void ready(Delivery delivery);

    /** It is ready then. */
    void readyAt(Delivery delivery, Instant instant);

    /** Its process died with it before. */
    void suspect(Delivery delivery);

    /** Its message is to be sent to the retry queue. */
    void park(Delivery delivery, Duration delay);

    /** Its letter is to be sent to the dead-letter queue. */
    void bury(Share share, Death death);
}
