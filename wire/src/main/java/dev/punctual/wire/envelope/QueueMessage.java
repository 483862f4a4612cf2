package dev.punctual.wire.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RedrivenEvent;

/** What a message of the queues beside a source holds: what the library wrote, what AWS wrote, or anything else. */
public sealed interface QueueMessage {

    /** The attribute of an event that was given up in which AWS' notice of that is kept. */
    String NOTICE = "notice";

    /** A dead letter. */
    record Letter(DeadLetter letter, LetterData data, Edit edit) implements QueueMessage {
    }

    /** An event that waits in the retry queue. */
    record Parked(ParkedEvent event, LetterData data) implements QueueMessage {
    }

    /** An event that was redriven. */
    record Redriven(RedrivenEvent event, LetterData data) implements QueueMessage {
    }

    /** Lambda's notice of records that it gave up on. */
    record Notice(LambdaNotice.Batch batch) implements QueueMessage {
    }

    /** The object store's notice of objects in which Lambda keeps records that it gave up on. */
    record Objects(ObjectNotice notice) implements QueueMessage {
    }

    /** The object store's message that says no more than that its notices arrive. */
    record StorageTest() implements QueueMessage {
    }

    /** Anything else. */
    record Unknown() implements QueueMessage {
    }

    /**
     * What is known of a message besides its text.
     *
     * @param queue the queue it is in
     * @param messageId the queue's name for it
     * @param sent when it was sent to the queue
     * @param body its text
     */
    record Facts(EventSource queue, String messageId, Instant sent, String body) {

        /** The message itself as an event. */
        EventRecord event() {
            return new EventRecord(queue, "", messageId, "", sent, body.getBytes(StandardCharsets.UTF_8));
        }

        /** An event without bytes of which the message tells. */
        EventRecord notice() {
            return new EventRecord(queue, "", messageId, EventRecord.ALONE, "", sent, new byte[0], Map.of(NOTICE, body));
        }

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Facts[" + messageId + " of " + queue.name() + ", " + body.length() + " characters, sent " + sent + "]";
        }
    }

    /**
     * Who makes a letter of a message that is none.
     *
     * @param function the Lambda function, or an empty string
     * @param requestId its invocation, or an empty string
     * @param application name and version of the application, or an empty string
     */
    record Author(String function, String requestId, String application) {

        /** Somebody who looks into a queue. */
        public static final Author NOBODY = new Author("", "", "");
    }

    /** This message as a letter, whatever it is. */
    default Letter asLetter(Facts facts, Author author, Instant now) {
        if (this instanceof Letter letter) {
            return letter;
        }
        return new Letter(abandoned(facts, author, now), data(), Edit.NONE);
    }

    /** Where the bytes are that a letter made of this message holds. */
    private LetterData data() {
        if (this instanceof Parked parked) {
            return parked.data();
        }
        if (this instanceof Notice || this instanceof Objects) {
            return new LetterData.Missing("Lambda's notice does not hold them, and nobody has read them back");
        }
        return this instanceof Redriven redriven ? redriven.data() : LetterData.INLINE;
    }

    private DeadLetter abandoned(Facts facts, Author author, Instant now) {
        Deadline none = new Deadline(facts.sent(), facts.sent());
        if (this instanceof Parked parked) {
            ParkedEvent event = parked.event();
            return letter(event.event(), event.handler(), "the retry queue gave it up: its receives were used up",
                    event.deadline(), event.attempts(), event.redrive(), author, now);
        }
        if (this instanceof Redriven redriven) {
            RedrivenEvent event = redriven.event();
            return letter(event.event(), event.handler(), "the retry queue gave it up after it was redriven: its receives were"
                    + " used up", new Deadline(event.at(), event.at()), AttemptHistory.NONE, event.redrive(), author, now);
        }
        if (this instanceof Notice notice) {
            return letter(notice.batch().event(facts.notice()), "", notice.batch().detail(), none, AttemptHistory.NONE,
                    Redrive.NONE, author, now);
        }
        if (this instanceof Objects objects) {
            return letter(facts.notice(), "", objects.notice().detail(), none, AttemptHistory.NONE, Redrive.NONE, author, now);
        }
        return letter(facts.event(), "", "the queue " + facts.queue().name()
                + " held a message in no known form; it is kept as it stands", none, AttemptHistory.NONE, Redrive.NONE, author,
                now);
    }

    private static DeadLetter letter(EventRecord event, String handler, String detail, Deadline deadline,
            AttemptHistory attempts, Redrive redrive, Author author, Instant now) {
        return new DeadLetter(redrive.letterId(DeadLetter.id(event, handler)), Reason.ABANDONED, detail, handler, event.id(),
                "", event.id(), "", event, deadline, now, attempts, author.function(), author.requestId(),
                author.application(), redrive);
    }
}
