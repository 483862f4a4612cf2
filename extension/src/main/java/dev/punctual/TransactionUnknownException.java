package dev.punctual;

import org.jspecify.annotations.Nullable;

/** The ledger did not answer, so nobody knows whether a transaction was made; the event's next delivery will show it. */
public class TransactionUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is known, without payload data
     * @param cause what the ledger's client says, or null
     */
    public TransactionUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
