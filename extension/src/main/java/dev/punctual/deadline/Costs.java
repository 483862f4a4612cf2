package dev.punctual.deadline;

import java.time.Duration;

/**
 * What things take, as far as is known.
 *
 * @param attempt C: what an attempt of the handler takes
 * @param guard G: what the terminal record and the response take after it
 * @param queueLatency L: what the retry queue takes from a message's delay to its attempt
 */
public record Costs(Duration attempt, Duration guard, Duration queueLatency) {

    /** C + G: what must be left for an attempt to start. */
    public Duration attemptAndGuard() {
        return attempt.plus(guard);
    }
}
