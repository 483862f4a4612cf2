package dev.punctual.spi;

import java.util.Optional;

import dev.punctual.Transaction;
import dev.punctual.ledger.LedgerItem;

/**
 * One item to be written.
 *
 * @param item as it is to be
 * @param expectedToken the token of the item that it replaces; empty where there must be none
 * @param effects what must be written with it or not at all; empty for most
 */
public record LedgerWrite(LedgerItem item, Optional<String> expectedToken, Optional<Transaction> effects) {

    /** Without effects. */
    public LedgerWrite(LedgerItem item, Optional<String> expectedToken) {
        this(item, expectedToken, Optional.empty());
    }
}
