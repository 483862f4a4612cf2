package dev.punctual.runtime.ledger;

import java.util.List;

import dev.punctual.EventContext;
import dev.punctual.Transaction;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes to DynamoDB tables that {@link EventContext#transact} makes together with the event's outcome, or not at all;
 * immutable.
 *
 * <p>
 * The tables must be of the ledger's account and region. Where one of the writes is refused, {@code transact} throws
 * DynamoDB's {@code TransactionCanceledException}, whose first reasons are those of these writes, in their order.
 *
 * @param writes 1 to 99 of different items: a transaction of DynamoDB has at most 100, of which the outcome is one
 */
public record DynamoDbTransaction(List<TransactWriteItem> writes) implements Transaction {

    private static final int MOST = 99;

    /**
     * @throws IllegalArgumentException if there are none or more than 99
     */
    public DynamoDbTransaction {
        writes = List.copyOf(writes);
        if (writes.isEmpty() || writes.size() > MOST) {
            throw new IllegalArgumentException("DynamoDbTransaction: there must be 1 to " + MOST + " writes, were "
                    + writes.size() + "; the outcome takes one of the 100 places of a transaction");
        }
    }

    /** Of these writes. */
    public static DynamoDbTransaction of(TransactWriteItem... writes) {
        return new DynamoDbTransaction(List.of(writes));
    }

    /** Tells how many there are, and leaves their items out. */
    @Override
    public String toString() {
        return "DynamoDbTransaction[" + writes.size() + " writes]";
    }
}
