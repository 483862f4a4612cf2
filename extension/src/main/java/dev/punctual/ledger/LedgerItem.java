package dev.punctual.ledger;

/**
 * One item of the ledger.
 *
 * @see EventEntry
 * @see KeyEntry
 */
public sealed interface LedgerItem permits EventEntry, KeyEntry {

    /** Where it is kept; event entries and key entries have different keys. */
    String key();

    /** Unique to the write that made it. Who expects it in the next write is fenced out as soon as someone else has written. */
    String token();
}
