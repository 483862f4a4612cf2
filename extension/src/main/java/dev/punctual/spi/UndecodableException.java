package dev.punctual.spi;

/**
 * Bytes that cannot be read as what they should be; the event becomes a dead letter, its bytes kept.
 *
 * <p>
 * The message ends up in the letter and in logs: it says where and what, and never quotes the bytes. For the same reason
 * there is no cause: parsers quote their input. There is no stack trace either: it is the bytes that are wrong, and what takes
 * long to make would be made for each of them.
 */
public final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what could not be read and where, without the bytes themselves
     */
    public UndecodableException(String message) {
        super(message, null, false, false);
    }
}
