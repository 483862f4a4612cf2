package dev.punctual.deadletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an attempt failed with.
 *
 * @param exception the exception's class name
 * @param message its message, redacted and cut to {@link #MESSAGE_LIMIT} characters; an empty string where it has none
 * @param fingerprint the same for failures at the same place: 12 hexadecimal digits over the classes of the chain of causes
 *        and their topmost frames, line numbers left out
 */
public record Failure(String exception, String message, String fingerprint) {

    /** The most characters kept of a message, so that a letter's size stays bounded. */
    public static final int MESSAGE_LIMIT = 512;

    private static final int FRAMES = 5;
    private static final int CAUSES = 8;

    /** Describes an exception, its message as it is. */
    public static Failure of(Throwable failure) {
        return of(failure, Redaction.NONE);
    }

    /**
     * Describes an exception; one that fails to describe itself by its class, and by where it fails to.
     *
     * @param redaction what its message goes through; the fingerprint does not depend on messages
     */
    public static Failure of(Throwable failure, Redaction redaction) {
        try {
            String message = failure.getMessage() == null ? "" : failure.getMessage();
            return new Failure(failure.getClass().getName(), redaction.apply(message), fingerprint(failure));
        } catch (RuntimeException | Error broken) {
            return new Failure(failure.getClass().getName(), "", fingerprint(broken));
        }
    }

    private static String fingerprint(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable current = failure;
        for (int depth = 0; current != null && depth < CAUSES; depth++) {
            text.append(current.getClass().getName()).append('\n');
            StackTraceElement[] frames = current.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append(frames[i].getClassName()).append('#').append(frames[i].getMethodName()).append('\n');
            }
            current = current.getCause();
        }
        byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 6);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
