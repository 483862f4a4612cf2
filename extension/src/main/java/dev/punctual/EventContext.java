package dev.punctual;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.event.EventSource;

/**
 * What a handler is told about the event and the attempt at hand; valid during the call, safe for use by any thread.
 */
public interface EventContext {

    /**
     * The event's id: that of its CloudEvents envelope, else {@code source/shard:sequenceNumber} or
     * {@code source/messageId}. The same in every attempt, so it serves to recognise duplicates.
     */
    String id();

    /** The event's type, or an empty string where it names none. */
    String type();

    /** When the event arrived in its stream or queue, as the platform tells it, never later than the first look at it. */
    Instant arrival();

    /** When the event's time budget ends: an attempt must be over by then. */
    Instant deadline();

    /** What is left until the deadline; negative once it has passed. */
    Duration remaining();

    /** The number of this attempt, 1 for the first. */
    int attempt();

    /** The id that the events of one business transaction share; the event's own id where it carries none. */
    String correlationId();

    /** The event's partition key in its stream, or an empty string for an event of a queue. */
    String partitionKey();

    /** Where the event came from, the same in every attempt. */
    EventSource source();
}
