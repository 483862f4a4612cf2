package dev.punctual.deadletter;

import java.time.Instant;

/**
 * A dead letter as its queue holds it.
 *
 * @param letter what it says; its event has no bytes unless they are {@linkplain LetterData.Inline inline}
 * @param data where the event's bytes are
 * @param edit who changed the bytes, if anybody did
 * @param messageId the queue's name for the message
 * @param receipt what the queue wants to see whenever the message is released or deleted; valid while the message is held
 * @param sent when it was sent to the queue
 * @param source the name of the stream or queue whose dead-letter queue holds it
 */
public record StoredLetter(DeadLetter letter, LetterData data, Edit edit, String messageId, String receipt, Instant sent,
        String source) {

    /** Names the letter, and leaves its bytes out. */
    @Override
    public String toString() {
        return "StoredLetter[" + letter.id() + ", message " + messageId + "]";
    }
}
