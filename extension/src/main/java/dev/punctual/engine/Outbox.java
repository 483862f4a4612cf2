package dev.punctual.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.punctual.ledger.Death;
import dev.punctual.spi.Outcome;

/** The messages and letters of a batch on their way to the queues; safe for use by several threads. */
final class Outbox {

    /** The most messages that SQS takes at once. */
    private static final int LOAD = 10;

    private final Stage stage;
    private final Function<Delivery, Book> books;
    private final BatchRun.Tools tools;
    private final Invocation invocation;
    private final Desk<Parcel> desk = new Desk<>(LOAD, this::send);

    /**
     * @param books which one a delivery is in
     */
    Outbox(Stage stage, Function<Delivery, Book> books, BatchRun.Tools tools, Invocation invocation) {
        this.stage = stage;
        this.books = books;
        this.tools = tools;
        this.invocation = invocation;
    }

    Desk<?> desk() {
        return desk;
    }

    void park(Delivery delivery, Duration delay) {
        desk.add(new Parcel.Parked(delivery, delay));
    }

    void bury(Share share, Death death) {
        desk.add(new Parcel.Letter(share, share.letter(death, invocation, tools.settings().application())));
    }

    private void send(List<Parcel> load) {
        tools.dispatcher().send(load.stream().map(this::lastLook).flatMap(Optional::stream).toList(), this::told);
        stage.wakeUp();
    }

    /** A parcel as it can be sent now; an event that it is too late to park tries once more in place, if it can. */
    private Optional<Parcel> lastLook(Parcel parcel) {
        if (!(parcel instanceof Parcel.Parked parked)) {
            return Optional.of(parcel);
        }
        Duration slack = tools.runner().frame(parked.share(), invocation).slackForParking();
        if (slack.isNegative()) {
            parked.share().turnBack();
            stage.ready(parked.share());
            return Optional.empty();
        }
        return Optional.of(parked.within(slack));
    }

    private void told(Parcel parcel, Outcome outcome) {
        if (outcome.acknowledged() && parcel.share() instanceof Delivery delivery) {
            books.apply(delivery).sent(delivery, outcome);
        } else {
            stage.finish(parcel.share(), outcome);
        }
    }
}
