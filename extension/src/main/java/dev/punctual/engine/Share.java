package dev.punctual.engine;

import java.time.Instant;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.ledger.Death;

/** One handler's share of an item of the batch, or the whole of an item for which no handler was found. */
class Share {

    final int item;
    final EventRecord event;
    final Envelope envelope;
    AttemptHistory attempts;
    /** Guarded by the lock of {@link Outcomes}: set once, after which nothing changes the outcome. */
    volatile boolean finished;

    private final String handler;
    private final Instant deadlineAt;

    /** The whole of an item for which no handler was found. */
    Share(int item, EventRecord event, Envelope envelope) {
        this(item, event, envelope, AttemptHistory.NONE, "", event.arrival());
    }

    Share(int item, EventRecord event, Envelope envelope, AttemptHistory attempts, String handler, Instant deadlineAt) {
        this.handler = handler;
        this.deadlineAt = deadlineAt;
        this.item = item;
        this.event = event;
        this.envelope = envelope;
        this.attempts = attempts;
    }

    /** The id of the handler, or an empty string where none was found. */
    final String handler() {
        return handler;
    }

    /** When its time is up; for an item without a handler, when it arrived. */
    Instant deadlineAt() {
        return deadlineAt;
    }

    /** The id of its dead letter, the same whenever it dies. */
    String letterId() {
        return DeadLetter.id(event, handler());
    }

    final String eventId() {
        return envelope.id().isEmpty() ? event.id() : envelope.id();
    }

    /**
     * @param eventId {@link #eventId}, which is not made anew
     */
    final String correlationId(String eventId) {
        return envelope.correlationId().isEmpty() ? eventId : envelope.correlationId();
    }

    final DeadLetter letter(Death death, Invocation invocation, String application) {
        String eventId = eventId();
        return new DeadLetter(letterId(), death.reason(), death.detail(), handler(), eventId, envelope.type(),
                correlationId(eventId), envelope.contentType(), event, deadlineAt(), death.at(), attempts,
                invocation.function(),
                invocation.requestId(), application, 0);
    }
}
