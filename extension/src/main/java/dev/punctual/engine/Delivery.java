package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.ParkedEvent;

/**
 * An event on its way to one handler, in one invocation; used by one thread at a time, handed over through the lock of
 * {@link BatchRun}.
 */
final class Delivery extends Share {

    final EventRoute route;
    final AttemptCost cost;
    final Deadline deadline;
    Instant readyAt;
    /** The number of the message that brought it; 0 if its source did. */
    int parks;
    /** What the invocation had when it began; set before the first attempt. */
    Duration invocationTime = Duration.ZERO;

    Delivery(int item, EventRecord event, Envelope envelope, AttemptHistory attempts, EventRoute route, AttemptCost cost,
            Deadline deadline, Instant readyAt) {
        super(item, event, envelope, attempts);
        this.route = route;
        this.cost = cost;
        this.deadline = deadline;
        this.readyAt = readyAt;
    }

    @Override
    String handler() {
        return route.handler();
    }

    @Override
    Instant deadlineAt() {
        return deadline.at();
    }

    ParkedEvent parked(Duration delay) {
        return new ParkedEvent(handler(), event, deadline, attempts, parks + 1, delay);
    }
}
