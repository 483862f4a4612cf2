package dev.punctual.spi;

import java.time.Duration;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;

/**
 * An event on its way through the retry queue to one handler.
 *
 * @param handler the id of the handler that is to try again
 * @param event the record as it came in
 * @param deadline stays what it was at the first attempt
 * @param attempts the attempts that failed so far
 * @param parks how often it was parked, this time included: the number of this message
 * @param redrive how often the event was redriven before
 * @param delay whole seconds from 0 to 900
 * @param correlationId the id of its business transaction, for those who look into the queue, or an empty string
 */
public record ParkedEvent(String handler, EventRecord event, Deadline deadline, AttemptHistory attempts, int parks,
        Redrive redrive, Duration delay, String correlationId) {

    /** One of which the queue does not tell the business transaction. */
    public ParkedEvent(String handler, EventRecord event, Deadline deadline, AttemptHistory attempts, int parks,
            Redrive redrive, Duration delay) {
        this(handler, event, deadline, attempts, parks, redrive, delay, "");
    }

    /** The same, with its event in another form. */
    public ParkedEvent withEvent(EventRecord changed) {
        return new ParkedEvent(handler, changed, deadline, attempts, parks, redrive, delay, correlationId);
    }
}
