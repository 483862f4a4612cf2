package dev.punctual.local.http;

/** A request's body is larger than the server takes; what came of it has been thrown away. */
public final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    BodyTooLargeException(int limit) {
        super("The request's body is larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** What the server takes, in bytes. */
    public int limit() {
        return limit;
    }
}
