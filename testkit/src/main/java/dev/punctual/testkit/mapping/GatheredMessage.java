package dev.punctual.testkit.mapping;

import java.time.Instant;

import dev.punctual.testkit.queue.ReceivedMessage;

/**
 * A message that was received but is not in an invocation.
 *
 * @param json the message as it stands in an event
 * @param hiddenUntil when the message becomes visible again
 */
record GatheredMessage(ReceivedMessage message, byte[] json, Instant received, Instant hiddenUntil) {

    String id() {
        return message.messageId();
    }
}
