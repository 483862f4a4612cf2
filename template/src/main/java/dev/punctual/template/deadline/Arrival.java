package dev.punctual.template.deadline;

import java.time.Duration;

/**
 * How an event comes to its first attempt, while its source has no backlog.
 *
 * @param window what the mapping gathers a batch for
 * @param poll what the mapping takes to see the event, at most
 * @param coldStart what the start of the stream function takes, where none of its environments is free
 */
public record Arrival(Duration window, Duration poll, Duration coldStart) {

    /** When the first attempt starts at the latest, in an environment that is there. */
    public Duration warm() {
        return window.plus(poll);
    }

    /** When the first attempt starts at the latest, in an environment that must be started. */
    public Duration cold() {
        return warm().plus(coldStart);
    }
}
