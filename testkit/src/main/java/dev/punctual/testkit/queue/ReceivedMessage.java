package dev.punctual.testkit.queue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message as one receive returned it.
 *
 * @param receiveCount how often it was received from this queue, this time included
 * @param sent when it was first sent; a move to a dead-letter queue does not change it
 * @param firstReceived when it was first received from this queue
 * @param senderId the account that sent it
 * @param deadLetterSourceArn the queue it was moved from, if it was
 */
public record ReceivedMessage(String messageId, String receiptHandle, String body, Map<String, MessageAttribute> attributes,
        int receiveCount, Instant sent, Instant firstReceived, String senderId, Optional<String> deadLetterSourceArn) {

    /** The MD5 that SDK clients verify. */
    public String md5OfBody() {
        return MessageDigests.ofBody(body);
    }

    /** The MD5 that SDK clients verify; empty without attributes. */
    public Optional<String> md5OfAttributes() {
        return MessageDigests.ofAttributes(attributes);
    }

    /** The attributes that SQS itself gives a message, by their names. */
    public Map<String, String> systemAttributes() {
        var system = new LinkedHashMap<String, String>();
        system.put("ApproximateReceiveCount", Integer.toString(receiveCount));
        system.put("SentTimestamp", Long.toString(sent.toEpochMilli()));
        system.put("SenderId", senderId);
        system.put("ApproximateFirstReceiveTimestamp", Long.toString(firstReceived.toEpochMilli()));
        deadLetterSourceArn.ifPresent(arn -> system.put("DeadLetterQueueSourceArn", arn));
        return system;
    }
}
