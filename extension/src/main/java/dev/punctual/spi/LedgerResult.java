package dev.punctual.spi;

import java.util.Optional;

import dev.punctual.ledger.LedgerItem;

/** What became of one write to the ledger. */
public sealed interface LedgerResult {

    /** The item is written, durably. */
    record Written() implements LedgerResult {
    }

    /**
     * It is not written: someone else has written in between.
     *
     * @param current the item that is there; empty where there is none
     */
    record Conflict(Optional<LedgerItem> current) implements LedgerResult {
    }

    /**
     * It is not written, because the effects that belong to it were refused.
     *
     * @param cause why
     */
    record Refused(RuntimeException cause) implements LedgerResult {
    }

    /**
     * It may or may not be written.
     *
     * @param why in a sentence, without payload data
     */
    record Failed(String why) implements LedgerResult {
    }

    /** It is written. */
    LedgerResult WRITTEN = new Written();
}
