package dev.punctual.deployment.codec;

/** No codec is generated for a type; the message says which property speaks against it, and why. */
final class UnsupportedShapeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnsupportedShapeException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
