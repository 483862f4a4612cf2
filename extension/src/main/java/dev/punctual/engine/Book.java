package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.deadletter.Reason;
import dev.punctual.spi.Outcome;

/** Carries out what has been decided about a delivery: with the ledger, or without. */
interface Book {

    /** Its handler returned. */
    void handled(Delivery delivery);

    /** It is to wait in its place. */
    void pause(Delivery delivery, Instant until);

    /** It is to wait in the retry queue. */
    void park(Delivery delivery, Duration delay);

    /** It is to become a dead letter. */
    void die(Delivery delivery, Reason reason, String detail);

    /** It is to go back to its source. */
    void giveBack(Delivery delivery, String why);

    /** A queue has its message or letter. */
    void sent(Delivery delivery, Outcome outcome);
}
