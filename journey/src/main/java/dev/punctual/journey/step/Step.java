package dev.punctual.journey.step;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of an event.
 *
 * @param at when it was certain; of an attempt, when it ended
 * @param event which event it is of
 * @param handler the id of the handler, or an empty string where no handler is concerned
 * @param place where it came from; of a published event, the stream it went to
 * @param function the function that tells it, or an empty string
 * @param what what happened
 */
public record Step(Instant at, Event event, String handler, Place place, String function, What what) {

    /** When it began: an attempt when its handler was called, all else when it was certain. */
    public Instant start() {
        return what instanceof Attempt attempt ? attempt.start() : at;
    }

    /**
     * The event a step is of.
     *
     * @param correlationId of its business transaction, never empty
     * @param causationId of the event whose handler published it, or an empty string
     * @param id never empty
     * @param type or an empty string
     */
    public record Event(String correlationId, String causationId, String id, String type) {
    }

    /**
     * Where an event came from, and when.
     *
     * @param source the stream's or queue's name
     * @param arrival when it arrived there, if that is told
     * @param deadline when its time is up, if that is told, and a handler takes it
     */
    public record Place(String source, Optional<Instant> arrival, Optional<Instant> deadline) {
    }

    /** What happened. */
    public sealed interface What {
    }

    /**
     * A handler was called.
     *
     * @param number 1 for the first
     * @param start when
     * @param exception the class of what it threw, or an empty string where it returned
     */
    public record Attempt(int number, Instant start, String exception) implements What {

        /** Whether the handler threw. */
        public boolean failed() {
            return !exception.isEmpty();
        }
    }

    /**
     * The retry queue took it.
     *
     * @param delay what it waits there at least
     */
    public record Parked(Duration delay) implements What {
    }

    /**
     * It became a dead letter.
     *
     * @param reason why, as in the letter
     * @param attempts how many attempts failed
     */
    public record Died(String reason, int attempts) implements What {
    }

    /**
     * It went back to its source.
     *
     * @param why in a sentence
     */
    public record Returned(String why) implements What {
    }

    /** Its stream has it. */
    public record Published() implements What {
    }

    /**
     * It came to another end.
     *
     * @param word {@code handled}, {@code superseded}, {@code duplicate} or {@code ignored}
     */
    public record Ended(String word) implements What {
    }
}
