package dev.punctual.template.deadline;

import java.util.Optional;

import dev.punctual.template.application.Handler;

/**
 * How the time of a handler's events is spent.
 *
 * @param handler whose events
 * @param arrival how they come to their first attempt
 * @param promise what its {@code @RetryWithin} comes to; empty where it has none, and so one attempt and no deadline
 * @param crash what the end of a process costs
 */
public record Timeline(Handler handler, Arrival arrival, Optional<Promise> promise, Crash crash) {
}
