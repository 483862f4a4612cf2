package dev.punctual.spi;

/**
 * What a dead-letter queue, or a store beside it, did not do; its message says what, where and what to do, without payload
 * data.
 */
public class LetterStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message what, where, got and mend
     */
    public LetterStoreException(String message) {
        super(message);
    }

    /**
     * @param message what, where, got and mend
     * @param cause what the client threw
     */
    public LetterStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
