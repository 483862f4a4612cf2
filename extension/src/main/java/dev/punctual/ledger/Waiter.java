package dev.punctual.ledger;

/**
 * An event that later events of its key wait for.
 *
 * @param position its place among the events of its key
 * @param entryKey the key of its entry in the ledger
 */
public record Waiter(String position, String entryKey) {

    /** Whether both are one event, put twice perhaps. */
    public boolean isSameEvent(Waiter other) {
        return entryKey.equals(other.entryKey);
    }
}
