package dev.punctual;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Puts events on Kinesis streams; inject it. Safe for use by several threads.
 *
 * <p>
 * Events gather while a call to Kinesis is under way and go together in the next one. What fails is sent again, and by
 * default no event overtakes another of its partition key. Delivery is at least once: an answer that got lost means a
 * second copy, with the same id.
 *
 * <p>
 * In a handler, an event carries on the correlation id of the event that is handled, gets the same id in each attempt,
 * and must be on its stream before the attempt counts as handled.
 *
 * <p>
 * Every method blocks while the buffer is full, for as long as {@code quarkus.punctual.publisher.timeout} at most, and
 * throws {@link IllegalArgumentException} for a payload that the build knows no codec for, and for a partition key that
 * Kinesis would refuse.
 */
public interface EventPublisher {

    /**
     * Puts an event on a stream, and returns once Kinesis has it.
     *
     * @throws PublishException if it was given up
     */
    void publish(String stream, OutgoingEvent<?> event);

    /**
     * Puts events on a stream, and returns once Kinesis has them all; not all or nothing.
     *
     * @throws PublishException if at least one was given up; it tells which
     */
    void publishAll(String stream, List<? extends OutgoingEvent<?>> events);

    /**
     * Puts an event on a stream soon.
     *
     * @return completed once Kinesis has it, exceptionally with a {@link PublishException} once it was given up; what
     *         depends on it must not block
     * @throws PublishException if the buffer stayed full
     */
    CompletionStage<Void> publishAsync(String stream, OutgoingEvent<?> event);

    /**
     * Waits for what was published asynchronously: in a handler by this attempt, elsewhere by anyone.
     *
     * @throws PublishException if at least one event was given up; it tells which
     */
    void flush();
}
