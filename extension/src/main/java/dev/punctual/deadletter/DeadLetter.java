package dev.punctual.deadletter;

import java.time.Instant;

import dev.punctual.event.EventRecord;

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
 * @param deadline when its time budget ended; its arrival where no handler was found
 * @param diedAt when it was given up
 * @param attempts the attempts that failed
 * @param function the Lambda function that gave it up
 * @param requestId the invocation that gave it up
 * @param application name and version of the application
 * @param redriveCount how often it was replayed before
 */
public record DeadLetter(String id, Reason reason, String detail, String handler, String eventId, String type,
        String correlationId, String contentType, EventRecord event, Instant deadline, Instant diedAt, AttemptHistory attempts,
        String function, String requestId, String application, int redriveCount) {

    /** The version of the letter's JSON form. */
    public static final int SCHEMA_VERSION = 1;

    /** The id of the letter of an event and a handler. */
    public static String id(EventRecord event, String handler) {
        return event.id() + '#' + (handler.isEmpty() ? "-" : handler);
    }
}
