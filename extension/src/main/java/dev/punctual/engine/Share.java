package dev.punctual.engine;

import java.time.Instant;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;

/** One handler's share of an item of the batch, or the whole of an item for which no handler was found. */
class Share {

    final int item;
    final EventRecord event;
    final Envelope envelope;
    AttemptHistory attempts;
    /** Guarded by the lock of {@link BatchRun}: set once, after which nothing changes the outcome. */
    boolean finished;

    Share(int item, EventRecord event, Envelope envelope, AttemptHistory attempts) {
        this.item = item;
        this.event = event;
        this.envelope = envelope;
        this.attempts = attempts;
    }

    /** The id of the handler, or an empty string where none was found. */
    String handler() {
        return "";
    }

    /** When its time is up; for an item without a handler, when it arrived. */
    Instant deadlineAt() {
        return event.arrival();
    }

    final String eventId() {
        return envelope.id().isEmpty() ? event.id() : envelope.id();
    }

    final String correlationId() {
        return envelope.correlationId().isEmpty() ? eventId() : envelope.correlationId();
    }

    final DeadLetter letter(Reason reason, String detail, Instant now, Invocation invocation, String application) {
        return new DeadLetter(DeadLetter.id(event, handler()), reason, detail, handler(), eventId(), envelope.type(),
                correlationId(), envelope.contentType(), event, deadlineAt(), now, attempts, invocation.function(),
                invocation.requestId(), application, 0);
    }
}
