package dev.punctual.runtime.event;

/**
 * A payload that is no event of a known source, or names no items that an answer could refer to: the invocation fails,
 * and Lambda delivers the batch again.
 */
public final class MalformedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what was expected, without payload data
     */
    public MalformedEventException(String message) {
        super(message);
    }
}
