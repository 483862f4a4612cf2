package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.Transaction;
import dev.punctual.event.EventSource;

/** The context of one attempt; immutable but for the clock it reads. */
record AttemptContext(String id, String type, Instant arrival, Instant deadline, int attempt, String correlationId,
        String partitionKey, EventSource source, @Nullable OutcomeTransaction transaction,
        InstantSource clock) implements EventContext {

    static AttemptContext of(Delivery delivery, InstantSource clock) {
        String id = delivery.eventId();
        return new AttemptContext(id, delivery.envelope.type(), delivery.deadline.arrival(),
                delivery.deadline.at(), delivery.attempts.count() + 1, delivery.correlationId(id),
                delivery.event.partitionKey(), delivery.event.source(), delivery.transaction, clock);
    }

    @Override
    public Duration remaining() {
        return Duration.between(clock.instant(), deadline);
    }

    @Override
    public void transact(Transaction effects) {
        if (transaction == null) {
            throw new IllegalStateException("transact needs a ledger: add @Idempotent to the handler of " + id);
        }
        transaction.make(effects);
    }
}
