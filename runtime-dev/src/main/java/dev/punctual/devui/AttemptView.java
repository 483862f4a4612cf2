package dev.punctual.devui;

import java.time.Duration;

import dev.punctual.deadletter.Attempt;

/**
 * A failed attempt on a letter's timeline.
 *
 * @param number 1 for the first
 * @param start in ISO 8601
 * @param millis how long it took
 * @param function the Lambda function it ran in
 * @param requestId the invocation it ran in
 * @param exception the class of what it failed with
 * @param message of what it failed with
 */
public record AttemptView(int number, String start, long millis, String function, String requestId, String exception,
        String message) {

    static AttemptView of(Attempt attempt) {
        return new AttemptView(attempt.number(), attempt.start().toString(),
                Duration.between(attempt.start(), attempt.end()).toMillis(), attempt.function(), attempt.requestId(),
                attempt.failure().exception(), attempt.failure().message());
    }
}
