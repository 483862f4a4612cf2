package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.punctual.deadletter.Reason;
import dev.punctual.ledger.Death;
import dev.punctual.spi.Outcome;

/** Without a ledger: what the queues have is durable, and nothing else is written down. */
final class DirectBook implements Book {

    private final Stage stage;
    private final InstantSource clock;

    DirectBook(Stage stage, InstantSource clock) {
        this.stage = stage;
        this.clock = clock;
    }

    @Override
    public void handled(Delivery delivery) {
        stage.finish(delivery, Outcome.HANDLED);
    }

    @Override
    public void pause(Delivery delivery, Instant until) {
        stage.readyAt(delivery, until);
    }

    @Override
    public void park(Delivery delivery, Duration delay) {
        stage.park(delivery, delay);
    }

    @Override
    public void die(Delivery delivery, Reason reason, String detail) {
        stage.bury(delivery, new Death(reason, detail, clock.instant()));
    }

    @Override
    public void giveBack(Delivery delivery, String why) {
        stage.finish(delivery, new Outcome.ReturnedToSource(why));
    }

    @Override
    public void sent(Delivery delivery, Outcome outcome) {
        stage.finish(delivery, outcome);
    }
}
