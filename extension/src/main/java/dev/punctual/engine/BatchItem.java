package dev.punctual.engine;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;

/**
 * One item of the batch that a function was invoked with.
 *
 * @see Fresh
 * @see Retried
 * @see Unreadable
 */
public sealed interface BatchItem {

    /** What the source's partial batch response calls the item: its sequence number or message id. */
    String itemId();

    /** The event, or the item itself where no event can be read from it. */
    EventRecord event();

    /**
     * An event that comes from its source for the first time, or again because it was returned to it.
     *
     * @param itemId its name in the response
     * @param event the event
     */
    record Fresh(String itemId, EventRecord event) implements BatchItem {
    }

    /**
     * An event that waited in the retry queue for one handler.
     *
     * @param itemId its name in the response
     * @param event the event as it first came in
     * @param handler the id of the handler that is to try again
     * @param deadline the event's deadline, fixed when it was first seen
     * @param attempts the attempts that failed so far
     */
    record Retried(String itemId, EventRecord event, String handler, Deadline deadline,
            AttemptHistory attempts) implements BatchItem {
    }

    /**
     * An item that is not in its source's form, such as a record without data.
     *
     * @param itemId its name in the response
     * @param event what is known of it, and its bytes
     * @param detail what is wrong with it, without its bytes
     */
    record Unreadable(String itemId, EventRecord event, String detail) implements BatchItem {
    }
}
