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

    /** What is left of it when only its receipt is wanted: as small as can be. */
    public StoredLetter receiptAlone() {
        return new StoredLetter(DeadLetter.NOTHING, LetterData.INLINE, Edit.NONE, messageId, receipt, sent, source);
    }

    /** Without its bytes, for keeping many of them. */
    public StoredLetter withoutData() {
        return new StoredLetter(letter.withData(new byte[0]), data, edit, messageId, receipt, sent, source);
    }

    /** The same, with its bytes kept another way. */
    public StoredLetter keptAs(LetterData kept) {
        return new StoredLetter(letter, kept, edit, messageId, receipt, sent, source);
    }

    /** Names the letter, and leaves its bytes out. */
    @Override
    public String toString() {
        return "StoredLetter[" + letter.id() + ", message " + messageId + "]";
    }
}
