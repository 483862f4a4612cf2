package dev.punctual.runtime.deadletter;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadline.Deadline;
import dev.punctual.engine.BatchItem;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.QueueMessageReader;

/**
 * Reads whatever the on-failure queue holds: a letter of ours, a parked event whose receives were used up, Lambda's notice of
 * records that it gave up on, or anything else, of which it makes a letter as it stands.
 */
final class OnFailureReader {

    /** What a message holds. */
    sealed interface Found {

        /** A letter that is complete. */
        record Letter(DeadLetter letter) implements Found {
        }

        /** An event that the platform gave up; the ledger may know better. */
        record GivenUp(BatchItem.GivenUp item) implements Found {
        }
    }

    private final QueueMessageReader messages;

    OnFailureReader(JsonFactory json) {
        this.messages = new QueueMessageReader(json);
    }

    Found read(SqsEvents.Message message, QueueMessage.Author author, Instant now) {
        QueueMessage content = messages.read(message.body());
        if (content instanceof QueueMessage.Parked parked) {
            return new Found.GivenUp(new BatchItem.GivenUp(message.messageId(), parked.event(),
                    "the retry queue gave it up: its receives were used up"));
        }
        if (content instanceof QueueMessage.Redriven redriven) {
            return new Found.GivenUp(new BatchItem.GivenUp(message.messageId(), parked(redriven.event()),
                    "the retry queue gave it up after it was redriven: its receives were used up"));
        }
        QueueMessage.Facts facts = new QueueMessage.Facts(message.queue(), message.messageId(), message.sent(),
                message.body());
        return new Found.Letter(content.asLetter(facts, author, now).letter());
    }

    /** It has had no attempt in this life, and no deadline that anybody has worked out. */
    private static ParkedEvent parked(RedrivenEvent redriven) {
        return new ParkedEvent(redriven.handler(), redriven.event(), new Deadline(redriven.at(), redriven.at()),
                AttemptHistory.NONE, 0, redriven.redrive(), Duration.ZERO);
    }
}
