package dev.punctual.deadletter;

import java.time.Instant;

import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;

/**
 * What is kept of an event that was not handled: enough to find, explain and replay it without its stream.
 *
 * @param id the same whenever the same event dies for the same handler, so duplicates of a letter can be told
 * @param reason why it died
 * @param detail the reason in a sentence, without payload data
 * @param handler the id of the handler that did not handle it, or an empty string where none was found
 * @param eventId the event's own id
 * @param type the event's type, or an empty string
 * @param correlationId the id of its business transaction
 * @param contentType the payload's media type, or an empty string where it is not known
 * @param event the record as it came in, its bytes included
 * @param deadline its time budget, from when to when; both are its arrival where no handler was found
 * @param diedAt when it was given up
 * @param attempts the attempts that failed
 * @param function the Lambda function that gave it up
 * @param requestId the invocation that gave it up
 * @param application name and version of the application
 * @param redrive how often it was redriven before, and from which letter
 */
public record DeadLetter(String id, Reason reason, String detail, String handler, String eventId, String type,
        String correlationId, String contentType, EventRecord event, Deadline deadline, Instant diedAt, AttemptHistory attempts,
        String function, String requestId, String application, Redrive redrive) {

    /** The version of the letter's JSON form. */
    public static final int SCHEMA_VERSION = 1;

    /** What says nothing. */
    static final DeadLetter NOTHING = new DeadLetter("", Reason.ABANDONED, "", "", "", "", "", "",
            new EventRecord(new EventSource(EventSource.Kind.QUEUE, "", ""), "", "", "", Instant.EPOCH, new byte[0]),
            new Deadline(Instant.EPOCH, Instant.EPOCH), Instant.EPOCH, AttemptHistory.NONE, "", "", "", Redrive.NONE);

    /** The id of the letter of an event and a handler that died without having been redriven. */
    public static String id(EventRecord event, String handler) {
        return event.id() + '#' + (handler.isEmpty() ? "-" : handler);
    }

    /**
     * The fingerprint that letters of the same cause share: that of the latest failure, else its reason in lower case.
     */
    public String fingerprint() {
        return attempts.fingerprint(reason);
    }

    /** The same letter, with other bytes. */
    public DeadLetter withData(byte[] data) {
        return withEvent(event.withData(data));
    }

    /** The same letter, with its reason in another sentence. */
    public DeadLetter withDetail(String sentence) {
        return new DeadLetter(id, reason, sentence, handler, eventId, type, correlationId, contentType, event, deadline, diedAt,
                attempts, function, requestId, application, redrive);
    }

    /** The same letter, with its event in another form. */
    public DeadLetter withEvent(EventRecord changed) {
        return new DeadLetter(id, reason, detail, handler, eventId, type, correlationId, contentType, changed, deadline, diedAt,
                attempts, function, requestId, application, redrive);
    }
}
