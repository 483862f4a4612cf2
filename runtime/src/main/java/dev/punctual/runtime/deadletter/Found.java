package dev.punctual.runtime.deadletter;

import java.util.List;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.engine.BatchItem;
import dev.punctual.wire.envelope.QueueMessage;

/**
 * What a message of the on-failure queue holds; nothing where it says no more than that messages arrive.
 *
 * @param items what the platform gave up; the ledger may know better
 * @param letters what is complete
 */
record Found(List<BatchItem> items, List<Announced> letters) {

    /** Nothing that anybody waits for. */
    static final Found NOTHING = new Found(List.of(), List.of());

    /**
     * A letter.
     *
     * @param told as the application's methods see it, with the bytes of its event as they are, or with none
     * @param kept as it is kept
     */
    record Announced(DeadLetter told, QueueMessage.Letter kept) {
    }

    static Found item(BatchItem item) {
        return new Found(List.of(item), List.of());
    }

    static Found letter(DeadLetter told, QueueMessage.Letter kept) {
        return new Found(List.of(), List.of(new Announced(told, kept)));
    }
}
