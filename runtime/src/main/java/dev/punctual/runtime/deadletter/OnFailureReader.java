package dev.punctual.runtime.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;
import dev.punctual.runtime.envelope.DeadLetterFormat;
import dev.punctual.runtime.envelope.RetryFormat;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.UndecodableException;

/**
 * Reads whatever the on-failure queue holds: a letter of ours, a parked event whose receives were used up, Lambda's notice of
 * records that it gave up on, or anything else, of which it makes a letter as it stands.
 */
final class OnFailureReader {

    /** Who makes the letter: what it says of its function, invocation and application. */
    record Author(String function, String requestId, String application) {
    }

    /** What a message holds. */
    sealed interface Found {

        /** A letter that is complete. */
        record Letter(DeadLetter letter) implements Found {
        }

        /** An event that the platform gave up; the ledger may know better. */
        record GivenUp(BatchItem.GivenUp item) implements Found {
        }
    }

    private final DeadLetterFormat letters;
    private final RetryFormat parked;
    private final LambdaNotice notices;

    OnFailureReader(JsonFactory json) {
        this.letters = new DeadLetterFormat(json);
        this.parked = new RetryFormat(json);
        this.notices = new LambdaNotice(json);
    }

    Found read(SqsEvents.Message message, Author author, Instant now) {
        try {
            return new Found.Letter(letters.read(message.body()));
        } catch (UndecodableException notALetter) {
            return readParked(message, author, now);
        }
    }

    private Found readParked(SqsEvents.Message message, Author author, Instant now) {
        try {
            return new Found.GivenUp(new BatchItem.GivenUp(message.messageId(), parked.read(message.body()),
                    "the retry queue gave it up: its receives were used up"));
        } catch (UndecodableException notParked) {
            return new Found.Letter(readOther(message, author, now));
        }
    }

    private DeadLetter readOther(SqsEvents.Message message, Author author, Instant now) {
        EventRecord itself = new EventRecord(message.queue(), "", message.messageId(), "", message.sent(),
                message.body().getBytes(StandardCharsets.UTF_8));
        return notices.read(message.body())
                .map(notice -> letter(notice.event(itself), message.sent(), notice.detail(), author, now))
                .orElseGet(() -> letter(itself, message.sent(),
                        "the on-failure queue held a message in no known form; it is kept as it stands", author, now));
    }

    private static DeadLetter letter(EventRecord event, Instant sent, String detail, Author author, Instant now) {
        return new DeadLetter(DeadLetter.id(event, ""), Reason.ABANDONED, detail, "", event.id(), "", event.id(), "", event,
                new Deadline(sent, sent), now, AttemptHistory.NONE, author.function(), author.requestId(), author.application(),
                Redrive.NONE);
    }
}
