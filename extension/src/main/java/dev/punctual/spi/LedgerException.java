package dev.punctual.spi;

import org.jspecify.annotations.Nullable;

/** The ledger is out of reach. */
public class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what could not be done, without payload data
     * @param cause what the ledger's client says, or null
     */
    public LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
