package dev.punctual.testkit.queue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** Names one receive of one message; its token is opaque to callers, as with AWS. */
record ReceiptHandle(String messageId, String receipt) {

    String token() {
        return Base64.getEncoder().encodeToString((messageId + " " + receipt).getBytes(StandardCharsets.UTF_8));
    }

    static ReceiptHandle parse(String token) {
        try {
            var parts = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2) {
                return new ReceiptHandle(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            throw invalid(token, e);
        }
        throw invalid(token, null);
    }

    private static SqsException invalid(String token, @Nullable Throwable cause) {
        var refusal = new SqsException.ReceiptHandleIsInvalid(
                "The input receipt handle \"" + token + "\" is not a valid receipt handle.");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
