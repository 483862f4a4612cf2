package dev.punctual.spi;

import java.time.Instant;

import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Redrive;
import dev.punctual.event.EventRecord;

/**
 * An event that was dead and is on its way through the retry queue to a new life, with a new time budget.
 *
 * @param handler the id of the handler that is to try it, or an empty string where it is to be routed anew, by its type
 * @param event the record as it came in, or as somebody mended it
 * @param before how the letter kept the bytes, which the event here has as they are: what was encrypted stays so
 * @param at when it was redriven: its budget counts from then
 * @param redrive which life of the event begins, and from which letter; counted from 1
 * @param traceparent where the last attempt of its life before stands in a trace, or an empty string
 * @param correlationId the id of its business transaction, for those who look into the queue, or an empty string
 */
public record RedrivenEvent(String handler, EventRecord event, LetterData before, Instant at, Redrive redrive,
        String traceparent, String correlationId) {

    /** One that was not traced, and whose letter kept the bytes as they are. */
    public RedrivenEvent(String handler, EventRecord event, Instant at, Redrive redrive) {
        this(handler, event, LetterData.INLINE, at, redrive, "", "");
    }

    /** The same, with its event in another form. */
    public RedrivenEvent withEvent(EventRecord changed) {
        return new RedrivenEvent(handler, changed, before, at, redrive, traceparent, correlationId);
    }
}
