package dev.punctual.engine;

import dev.punctual.event.EventRecord;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RedrivenEvent;

/**
 * One item of the batch that a function was invoked with.
 *
 * @see Fresh
 * @see Retried
 * @see Redriven
 * @see GivenUp
 * @see Abandoned
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
     * @param parked the event as it was parked
     */
    record Retried(String itemId, ParkedEvent parked) implements BatchItem {

        @Override
        public EventRecord event() {
            return parked.event();
        }
    }

    /**
     * An event that was dead and was redriven: it has a new time budget.
     *
     * @param itemId its name in the response
     * @param redriven the event as it was redriven
     */
    record Redriven(String itemId, RedrivenEvent redriven) implements BatchItem {

        @Override
        public EventRecord event() {
            return redriven.event();
        }
    }

    /**
     * An event that waited in the retry queue, and that the platform gave up: it becomes a dead letter, unless the ledger
     * knows better.
     *
     * @param itemId its name in the response
     * @param parked the event as it was parked
     * @param detail why the platform gave it up
     */
    record GivenUp(String itemId, ParkedEvent parked, String detail) implements BatchItem {

        @Override
        public EventRecord event() {
            return parked.event();
        }
    }

    /**
     * A record that the platform gave up before any function could tell what became of it: a dead letter for each handler that
     * takes it, unless the ledger knows better.
     *
     * @param itemId its name in the response
     * @param event the record
     * @param detail why the platform gave it up
     */
    record Abandoned(String itemId, EventRecord event, String detail) implements BatchItem {
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
