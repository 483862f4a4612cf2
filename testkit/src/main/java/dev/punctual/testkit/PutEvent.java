package dev.punctual.testkit;

import java.time.Instant;

/**
 * An event that was put on a stream or sent to a queue; what a test asks about.
 *
 * @param number 1 for the first that the test put
 * @param id its record's id, {@code source/shard:sequenceNumber}, that with {@code :subSequenceNumber} in an aggregated record,
 *        or {@code source/messageId}
 * @param eventId what handlers are told as its id
 * @param type its type, or an empty string where it tells none
 * @param source the stream's or queue's name
 * @param partitionKey its partition key, or an empty string for an event of a queue
 * @param at when it arrived
 */
public record PutEvent(int number, String id, String eventId, String type, String source, String partitionKey, Instant at) {

    @Override
    public String toString() {
        return "event " + number + " (" + (type.isEmpty() ? "" : type + " ") + "on " + source
                + (partitionKey.isEmpty() ? "" : ", key " + partitionKey) + ')';
    }
}
