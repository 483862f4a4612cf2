package dev.punctual.engine;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
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
    private final Redrive redrive;
    private final Deadline deadlineBefore;

    /** The whole of an item for which no handler was found. */
    Share(int item, EventRecord event, Envelope envelope) {
        this(item, event, envelope, AttemptHistory.NONE, "", new Deadline(event.arrival(), event.arrival()), Redrive.NONE);
    }

    Share(int item, EventRecord event, Envelope envelope, AttemptHistory attempts, String handler, Deadline deadline,
            Redrive redrive) {
        this.handler = handler;
        this.deadlineBefore = deadline;
        this.redrive = redrive;
        this.item = item;
        this.event = event;
        this.envelope = envelope;
        this.attempts = attempts;
    }

    /** The id of the handler, or an empty string where none was found. */
    final String handler() {
        return handler;
    }

    /** Its time budget; for an item without a handler, none. */
    Deadline deadline() {
        return deadlineBefore;
    }

    /** How often it was redriven. */
    final Redrive redrive() {
        return redrive;
    }

    /** The id of its dead letter, the same whenever it dies. */
    String letterId() {
        return redrive.letterId(DeadLetter.id(event, handler()));
    }

    final String eventId() {
        return envelope.id().isEmpty() ? event.id() : envelope.id();
    }

    /**
     * @param eventId {@link #eventId}, which is not made anew
     */
    final String correlationId(String eventId) {
        return envelope.correlation().orOf(eventId).correlationId();
    }

    final DeadLetter letter(Death death, Invocation invocation, String application) {
        String eventId = eventId();
        return new DeadLetter(letterId(), death.reason(), death.detail(), handler(), eventId, envelope.type(),
                correlationId(eventId), envelope.contentType(), event, deadline(), death.at(), attempts,
                invocation.function(), invocation.requestId(), application, redrive);
    }
}
