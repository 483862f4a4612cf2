package dev.punctual.runtime.lambda;

import java.io.IOException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One invocation, as Lambda tells it.
 *
 * @param requestId its id
 * @param deadline when the function's time is up
 * @param functionArn of the function that was invoked
 * @param traceHeader of X-Ray, or an empty string
 * @param event the payload
 */
public record Invocation(String requestId, Instant deadline, String functionArn, String traceHeader, byte[] event) {

    static Invocation of(Reply reply) throws IOException {
        String deadline = required(reply, "Lambda-Runtime-Deadline-Ms");
        try {
            return new Invocation(required(reply, "Lambda-Runtime-Aws-Request-Id"),
                    Instant.ofEpochMilli(Long.parseLong(deadline)),
                    told(reply.head().header("Lambda-Runtime-Invoked-Function-Arn")),
                    told(reply.head().header("Lambda-Runtime-Trace-Id")), reply.body());
        } catch (NumberFormatException e) {
            throw new IOException("Lambda-Runtime-Deadline-Ms is '" + deadline + "', expected milliseconds", e);
        }
    }

    private static String required(Reply reply, String header) throws IOException {
        String value = reply.head().header(header);
        if (value == null) {
            throw new IOException("the Runtime API told of an invocation without " + header);
        }
        return value;
    }

    private static String told(@Nullable String header) {
        return header == null ? "" : header;
    }
}
