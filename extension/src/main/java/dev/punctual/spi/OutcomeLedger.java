package dev.punctual.spi;

import java.util.List;
import java.util.Map;

import dev.punctual.ledger.LedgerItem;

/**
 * The durable record of outcomes: items by key, each replaced only by a writer that knows the item it replaces; safe for
 * use by several threads.
 *
 * <p>
 * The ledger only compares and sets. What an item may become next is decided by the engine.
 */
public interface OutcomeLedger {

    /**
     * Writes items, independently of each other and concurrently, where it can; none is written twice for one call.
     *
     * @param writes one or more, of different keys
     * @return what became of each, in their order
     */
    List<LedgerResult> write(List<LedgerWrite> writes);

    /**
     * Reads items as they are, not as they were.
     *
     * @param keys one or more
     * @return those that exist
     * @throws LedgerException if it is not known whether one of them exists
     */
    Map<String, LedgerItem> read(List<String> keys);
}
