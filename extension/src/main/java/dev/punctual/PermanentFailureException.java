package dev.punctual;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler to say that no retry can help: the event becomes a dead letter at once.
 *
 * <p>
 * The message is kept in the dead letter for whoever looks into it; leave payloads and personal data out of it.
 */
public class PermanentFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message why the event can never be handled
     */
    public PermanentFailureException(String message) {
        super(message);
    }

    /**
     * @param message why the event can never be handled
     * @param cause what showed it, or null
     */
    public PermanentFailureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
