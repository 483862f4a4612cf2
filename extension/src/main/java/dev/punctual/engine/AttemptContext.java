package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.Transaction;
import dev.punctual.event.Correlation;
import dev.punctual.event.EventSource;
import dev.punctual.spi.AttemptObserver.Observation;

/** The context of one attempt; immutable but for the clock it reads, and its place in a trace. */
record AttemptContext(String id, String type, Instant arrival, Instant deadline, int attempt, Place place,
        String partitionKey, EventSource source, @Nullable OutcomeTransaction transaction,
        InstantSource clock) implements EventContext {

    /** Where the event stands among others: first as it came, then as its attempt is traced, which is found out on demand. */
    static final class Place {

        private final Correlation own;
        private volatile Observation observation = Observation.NONE;
        private volatile @Nullable Correlation traced;

        Place(Correlation own) {
            this.own = own;
        }

        Correlation correlation() {
            if (observation == Observation.NONE) {
                return own;
            }
            Correlation known = traced;
            if (known == null) {
                known = own.at(observation.trace());
                traced = known;
            }
            return known;
        }
    }

    static AttemptContext of(Delivery delivery, InstantSource clock) {
        String id = delivery.eventId();
        return new AttemptContext(id, delivery.envelope.type(), delivery.deadline.arrival(),
                delivery.deadline.at(), delivery.attempts.count() + 1, new Place(delivery.envelope.correlation().orOf(id)),
                delivery.event.partitionKey(), delivery.event.source(), delivery.transaction, clock);
    }

    /** From now on, its place is that of the observed attempt. */
    void observed(Observation observation) {
        place.observation = observation;
    }

    @Override
    public String correlationId() {
        return place.own.correlationId();
    }

    @Override
    public boolean debug() {
        return place.own.debug();
    }

    @Override
    public Correlation correlation() {
        return place.correlation();
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
