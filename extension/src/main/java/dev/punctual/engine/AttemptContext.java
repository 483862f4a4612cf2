package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.Transaction;
import dev.punctual.event.Correlation;
import dev.punctual.event.EventSource;
import dev.punctual.event.TraceContext;

/** The context of one attempt; immutable but for the clock it reads. */
record AttemptContext(String id, String type, Instant arrival, Instant deadline, int attempt, Correlation correlation,
        String partitionKey, EventSource source, @Nullable OutcomeTransaction transaction,
        InstantSource clock) implements EventContext {

    static AttemptContext of(Delivery delivery, InstantSource clock) {
        String id = delivery.eventId();
        return new AttemptContext(id, delivery.envelope.type(), delivery.deadline.arrival(),
                delivery.deadline.at(), delivery.attempts.count() + 1, delivery.envelope.correlation().orOf(id),
                delivery.event.partitionKey(), delivery.event.source(), delivery.transaction, clock);
    }

    AttemptContext at(TraceContext trace) {
        return trace.isNone() ? this
                : new AttemptContext(id, type, arrival, deadline, attempt, correlation.at(trace), partitionKey, source,
                        transaction, clock);
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
