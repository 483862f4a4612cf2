package dev.punctual;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.event.Correlation;
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
    default String correlationId() {
        return correlation().correlationId();
    }

    /** Whether the event's chain is to be logged in detail ({@code correlationdebug}). */
    default boolean debug() {
        return correlation().debug();
    }

    /**
     * Where the event stands among those of its business transaction. Its {@code correlationId} is never empty; its trace is
     * that of the attempt, where attempts are traced, else that which the event came with.
     */
    Correlation correlation();

    /** The event's partition key in its stream, or an empty string for an event of a queue. */
    String partitionKey();

    /** Where the event came from, the same in every attempt. */
    EventSource source();

    /**
     * Makes writes of the handler and the event's outcome, <em>handled</em>, one transaction: both are durable, or neither.
     *
     * <p>
     * To be called at most once, as the last thing: what the handler throws afterwards changes nothing any more.
     *
     * @param effects of the kind that the ledger takes
     * @throws IllegalStateException if the handler is not {@link Idempotent}, if it has called this before, or if the event
     *         was given to someone else because this attempt took too long; nothing is written
     * @throws RuntimeException what refused the effects, such as a condition of theirs that did not hold; nothing is written
     * @throws dev.punctual.TransactionUnknownException if the ledger did not answer; the writes may have been made
     */
    void transact(Transaction effects);
}
