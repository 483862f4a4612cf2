package dev.punctual;

/**
 * Writes of a handler that are to be made with its event's outcome, or not at all; see {@link EventContext#transact}.
 *
 * <p>
 * What it holds is the ledger's business. The DynamoDB ledger takes {@code DynamoDbTransaction}.
 */
public interface Transaction {
}
