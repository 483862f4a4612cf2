package dev.punctual.engine;

import java.time.Instant;

/**
 * The invocation that a batch is handled in.
 *
 * @param function the Lambda function's name
 * @param requestId the invocation's id
 * @param end when Lambda ends it
 */
public record Invocation(String function, String requestId, Instant end) {
}
