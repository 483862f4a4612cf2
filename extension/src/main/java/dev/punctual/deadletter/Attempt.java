package dev.punctual.deadletter;

import java.time.Instant;

/**
 * One failed call of a handler.
 *
 * @param number 1 for the first
 * @param start when the handler was called
 * @param end when it threw
 * @param function the Lambda function it ran in
 * @param requestId the invocation it ran in
 * @param failure what it failed with
 * @param traceparent where it stands in a trace, as W3C writes it, or an empty string where it was not traced
 */
public record Attempt(int number, Instant start, Instant end, String function, String requestId, Failure failure,
        String traceparent) {

    /** One that was not traced. */
    public Attempt(int number, Instant start, Instant end, String function, String requestId, Failure failure) {
        this(number, start, end, function, requestId, failure, "");
    }
}
