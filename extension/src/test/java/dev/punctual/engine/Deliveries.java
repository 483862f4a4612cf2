package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;

/** Deliveries without an engine around them. */
final class Deliveries {

    static final OrderRule PER_KEY = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE);
    static final OrderRule PER_KEY_HALT = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT);

    private Deliveries() {
    }

    static EventRecord record(String key, int number) {
        return new EventRecord(EngineFixture.ORDERS, "shardId-000000000000", String.valueOf(number), key, VirtualClock.START,
                "x".getBytes(StandardCharsets.UTF_8));
    }

    /** The event of a number, whose entry has the number too. */
    static Delivery of(OrderRule order, int item, String key, int number) {
        EventRoute route = new EventRoute("notify", EventSource.Kind.STREAM, "orders", "", bytes -> "", within("60S"),
                new Idempotency.ByRecord(), order, (payload, context) -> {
                });
        HandlerState state = new HandlerState(new AttemptCost(Optional.empty(), Duration.ofSeconds(60)), new StormGuard());
        return new Delivery(item, record(key, number), Envelope.bare(new byte[0]), AttemptHistory.NONE, route, state,
                "entry-" + number, new Deadline(VirtualClock.START, VirtualClock.START.plusSeconds(60)), Redrive.NONE);
    }

    static Delivery any(int item) {
        return of(OrderRule.ANY, item, "a", item);
    }
}
