package dev.punctual.runtime.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.event.EventRecord;
import dev.punctual.runtime.envelope.DeadLetterFormat;
import dev.punctual.runtime.envelope.RetryFormat;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.UndecodableException;

/**
 * Makes a dead letter of whatever the on-failure queue holds: a letter of ours, a parked event whose receives were used
 * up, Lambda's notice of records that it gave up on, or anything else, which is wrapped as it stands.
 */
final class OnFailureReader {

    /** Who makes the letter: what it says of its function, invocation and application. */
    record Author(String function, String requestId, String application) {
    }

    private final DeadLetterFormat letters;
    private final RetryFormat parked;
    private final LambdaNotice notices;

    OnFailureReader(JsonFactory json) {
        this.letters = new DeadLetterFormat(json);
        this.parked = new RetryFormat(json);
        this.notices = new LambdaNotice(json);
    }

    DeadLetter read(SqsEvents.Message message, Author author, Instant now) {
        try {
            return letters.read(message.body());
        } catch (UndecodableException notALetter) {
            return readParked(message, author, now);
        }
    }

    private DeadLetter readParked(SqsEvents.Message message, Author author, Instant now) {
        try {
            ParkedEvent event = parked.read(message.body());
            return letter(event.event(), event.handler(), event.deadline().at(), event.attempts(),
                    "the retry queue gave it up: its receives were used up", author, now);
        } catch (UndecodableException notParked) {
            EventRecord itself = new EventRecord(message.queue(), "", message.messageId(), "", message.sent(),
                    message.body().getBytes(StandardCharsets.UTF_8));
            return notices.read(message.body())
                    .map(notice -> letter(notice.event(itself), "", message.sent(), AttemptHistory.NONE, notice.detail(),
                            author, now))
                    .orElseGet(() -> letter(itself, "", message.sent(), AttemptHistory.NONE,
                            "the on-failure queue held a message in no known form; it is kept as it stands", author, now));
        }
    }

    private static DeadLetter letter(EventRecord event, String handler, Instant deadline, AttemptHistory attempts,
            String detail, Author author, Instant now) {
        return new DeadLetter(DeadLetter.id(event, handler), Reason.ABANDONED, detail, handler, event.id(), "", event.id(), "",
                event, deadline, now, attempts, author.function(), author.requestId(), author.application(), 0);
    }
}
