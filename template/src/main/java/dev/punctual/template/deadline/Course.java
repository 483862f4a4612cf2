package dev.punctual.template.deadline;

import java.time.Duration;

/**
 * How an event's time is spent, counted from its arrival.
 *
 * @param firstAttempt when the first attempt starts at the latest
 * @param attempts how many fit
 * @param deadLetter when there is a dead letter at the latest, unless it is handled
 */
public record Course(Duration firstAttempt, Attempts attempts, Duration deadLetter) {
}
