package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

import dev.punctual.deadletter.Reason;
import dev.punctual.ledger.Death;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.Outcome;

/**
 * With the ledger: each outcome is written down by its owner before it counts, and only while it is the owner.
 *
 * <p>
 * What cannot be written returns to its source: its next delivery finds what the ledger knows.
 */
final class LedgerBook implements Book {

    private final Stage stage;
    private final LedgerDesk desk;
    private final KeyGate gate;
    private final Tokens tokens;
    private final InstantSource clock;
    private final LedgerFailures failures;

    LedgerBook(Stage stage, LedgerDesk desk, KeyGate gate, Tokens tokens, InstantSource clock,
            LedgerFailures failures) {
        this.stage = stage;
        this.desk = desk;
        this.gate = gate;
        this.tokens = tokens;
        this.clock = clock;
        this.failures = failures;
    }

    @Override
    public void handled(Delivery delivery) {
        Runnable end = () -> end(delivery, Outcome.HANDLED);
        boolean supersedes = delivery.route.order().supersede();
        if (delivery.isDone()) {
            // It is for good, whether earlier ones can be told or not.
            tell(delivery, supersedes, end);
            return;
        }
        Runnable handled = () -> write(delivery, delivery.entry().ended(tokens.next(), EventState.HANDLED), end);
        if (supersedes) {
            noted(delivery, then -> gate.apply(delivery, then), handled);
        } else {
            handled.run();
        }
    }

    private void tell(Delivery delivery, boolean supersedes, Runnable then) {
        if (supersedes) {
            gate.apply(delivery, noted -> then.run());
        } else {
            then.run();
        }
    }

    void supersede(Delivery delivery) {
        write(delivery, delivery.entry().ended(tokens.next(), EventState.SUPERSEDED), () -> end(delivery, Outcome.SUPERSEDED));
    }

    @Override
    public void park(Delivery delivery, Duration delay) {
        Instant notBefore = clock.instant().plus(delay);
        Runnable park = () -> write(delivery, delivery.entry().parked(tokens.next(), delivery.attempts, notBefore), () -> {
            delivery.owned = false;
            stage.park(delivery, delay);
        });
        if (delivery.waitsForItsKey()) {
            noted(delivery, then -> gate.enter(delivery, then), park);
        } else {
            park.run();
        }
    }

    @Override
    public void die(Delivery delivery, Reason reason, String detail) {
        Death death = new Death(reason, detail, clock.instant());
        Runnable die = () -> write(delivery, delivery.entry().dead(tokens.next(), delivery.attempts, death),
                () -> stage.bury(delivery, death));
        // One that is halted need not halt others: the one that halts it does.
        if (delivery.route.order().halts() && reason != Reason.HALTED) {
            noted(delivery, then -> gate.enter(delivery, then), die);
        } else {
            die.run();
        }
    }

    private void noted(Delivery delivery, Consumer<Consumer<Boolean>> note, Runnable then) {
        note.accept(noted -> {
            if (noted) {
                then.run();
            } else {
                failed(delivery, "its key could not be written", then);
            }
        });
    }

    @Override
    public void pause(Delivery delivery, Instant until) {
        if (delivery.isInDoubt()) {
            // Its transaction may have been made: it must not run again before the ledger has said that it was not.
            lookAgain(delivery, until);
        } else {
            stage.readyAt(delivery, until);
        }
    }

    /** Gives an event back to the batch, which claims it again then. */
    void lookAgain(Delivery delivery, Instant then) {
        release(delivery, () -> stage.readyAt(delivery, then));
    }

    /** Gives a suspect back to the batch, which claims it again when it is alone. */
    void setAside(Delivery delivery) {
        release(delivery, () -> stage.suspect(delivery));
    }

    private void release(Delivery delivery, Runnable then) {
        Outcome returned = new Outcome.ReturnedToSource("it could not be released");
        release(delivery, then, () -> stage.finish(delivery, returned));
    }

    @Override
    public void giveBack(Delivery delivery, String why) {
        giveBack(delivery, new Outcome.ReturnedToSource(why));
    }

    private void giveBack(Delivery delivery, Outcome returned) {
        Runnable finish = () -> stage.finish(delivery, returned);
        if (delivery.owned) {
            release(delivery, finish, finish);
        } else {
            finish.run();
        }
    }

    private void release(Delivery delivery, Runnable released, Runnable notReleased) {
        delivery.owned = false;
        EventEntry owned = delivery.entry();
        EventEntry free = owned.released(tokens.next(), delivery.attempts);
        desk.write(free, owned.token(), result -> {
            if (result instanceof LedgerResult.Written) {
                delivery.wrote(free);
                released.run();
            } else if (result instanceof LedgerResult.Conflict conflict && delivery.isDoneBy(conflict.current())) {
                end(delivery, Outcome.HANDLED);
            } else {
                notReleased.run();
            }
        });
    }

    @Override
    public void sent(Delivery delivery, Outcome outcome) {
        EventEntry unsent = delivery.entry();
        // If this is not written, the message or letter is sent once more, when the event is delivered once more.
        desk.write(unsent.sent(tokens.next()), unsent.token(), result -> end(delivery, outcome));
    }

    private void end(Delivery delivery, Outcome outcome) {
        boolean halts = outcome instanceof Outcome.DeadLettered && delivery.route.order().halts();
        if (delivery.waitsForItsKey() && !(outcome instanceof Outcome.Parked) && !halts) {
            gate.leave(delivery, () -> stage.finish(delivery, outcome));
        } else {
            stage.finish(delivery, outcome);
        }
    }

    private void write(Delivery delivery, EventEntry next, Runnable then) {
        write(delivery, next, 1, then);
    }

    private void write(Delivery delivery, EventEntry next, int moreTries, Runnable then) {
        desk.write(next, delivery.entry().token(), result -> {
            if (result instanceof LedgerResult.Written) {
                delivery.wrote(next);
                then.run();
            } else if (result instanceof LedgerResult.Conflict conflict) {
                fencedOut(delivery, conflict);
            } else if (moreTries > 0) {
                // Should the first try have been made after all, this one finds its own token.
                write(delivery, next, moreTries - 1, then);
            } else {
                failed(delivery, String.valueOf(result), () -> {
                    delivery.unkept = true;
                    then.run();
                });
            }
        });
    }

    /** Goes on without the ledger, or gives the event back: it is not the event's fault, and its claim must not count. */
    private void failed(Delivery delivery, String why, Runnable then) {
        failures.outOfReach(delivery, why, then, returned -> giveBack(delivery, returned));
    }

    private void fencedOut(Delivery delivery, LedgerResult.Conflict conflict) {
        if (delivery.isDoneBy(conflict.current())) {
            end(delivery, Outcome.HANDLED);
        } else {
            stage.finish(delivery, new Outcome.ReturnedToSource("it was given to another owner, since this one took too long"));
        }
    }
}
