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
 */
public record Attempt(int number, Instant start, Instant end, String function, String requestId, Failure failure) {
}
