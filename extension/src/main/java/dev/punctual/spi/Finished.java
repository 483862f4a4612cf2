package dev.punctual.spi;

import java.time.Instant;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;

/**
 * An event that is through, in one invocation, for one handler.
 *
 * @param handler the handler's id, or an empty string where none takes the event
 * @param event the record as it came in
 * @param envelope what the event says of itself
 * @param deadline its time budget; none, from its arrival to its arrival, where no handler takes it
 * @param outcome what became of it
 * @param attempts those that failed, earlier invocations' included
 * @param end when its outcome was certain
 */
public record Finished(String handler, EventRecord event, Envelope envelope, Deadline deadline, Outcome outcome,
        AttemptHistory attempts, Instant end) {

    /** The event's own id, or its record's. */
    public String eventId() {
        return envelope.id().isEmpty() ? event.id() : envelope.id();
    }

    /** Where it stands among the events of its business transaction; its id is never empty. */
    public Correlation correlation() {
        Correlation own = envelope.correlation();
        return own.correlationId().isEmpty() ? own.withCorrelationId(eventId()) : own;
    }
}
