package dev.punctual.wire.payload;

/** The bytes of an event could not be kept, or not be had; the message says why, and holds nothing of them. */
public final class PayloadException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message a sentence without payload data
     */
    public PayloadException(String message) {
        super(message);
    }

    /**
     * @param message a sentence without payload data
     */
    public PayloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
