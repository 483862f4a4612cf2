package dev.punctual.runtime.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadline.Deadline;
import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;
import dev.punctual.runtime.readback.ReadBack;
import dev.punctual.runtime.readback.Records;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.QueueMessageReader;
import dev.punctual.wire.payload.PayloadException;
import dev.punctual.wire.payload.Payloads;

/**
 * Completes whatever the on-failure queue holds: a letter of ours, a parked event whose receives were used up, a notice of
 * records that Lambda gave up on, or anything else, of which it makes a letter as it stands. Safe for use by several threads.
 */
public final class Completion {

    private static final byte[] NONE = {};

    private final QueueMessageReader messages;
    private final Payloads payloads;
    private final ReadBack readBack;
    private final InstantSource clock;

    /**
     * @param payloads gets the bytes of events
     * @param readBack gets records that Lambda gave up on
     */
    public Completion(JsonFactory json, Payloads payloads, ReadBack readBack, InstantSource clock) {
        this.messages = new QueueMessageReader(json);
        this.payloads = payloads;
        this.readBack = readBack;
        this.clock = clock;
    }

    /**
     * What a message holds.
     *
     * @param until when reading back must stop
     * @throws PayloadException if bytes cannot be had now, and perhaps later
     */
    Found complete(SqsEvents.Message message, QueueMessage.Author author, Instant until) throws PayloadException {
        QueueMessage content = messages.read(message.body());
        if (content instanceof QueueMessage.Parked parked) {
            EventRecord event = parked.event().event();
            ParkedEvent whole = parked.event().withEvent(event.withData(payloads.open(event, parked.data())));
            return Found.item(new BatchItem.GivenUp(message.messageId(), whole,
                    "the retry queue gave it up: its receives were used up"));
        }
        if (content instanceof QueueMessage.Redriven redriven) {
            EventRecord event = redriven.event().event();
            RedrivenEvent whole = redriven.event().withEvent(event.withData(payloads.open(event, redriven.data())));
            return Found.item(new BatchItem.GivenUp(message.messageId(), parked(whole),
                    "the retry queue gave it up after it was redriven: its receives were used up"));
        }
        if (content instanceof QueueMessage.Notice notice) {
            return found(message, author, readBack.of(notice.batch(), until), "Lambda gave it up ("
                    + notice.batch().condition() + "); it was read back from the stream, and may have been handled");
        }
        if (content instanceof QueueMessage.Objects objects) {
            return found(message, author, readBack.of(objects.notice(), clock.instant()),
                    "Lambda gave it up; it was read back from where Lambda put it, and may have been handled");
        }
        if (content instanceof QueueMessage.StorageTest) {
            return Found.NOTHING;
        }
        QueueMessage.Letter kept = letter(content, message, author);
        return Found.letter(kept.letter().withData(bytes(kept)), kept);
    }

    private byte[] bytes(QueueMessage.Letter letter) throws PayloadException {
        return letter.data() instanceof LetterData.Missing ? NONE : payloads.open(letter.letter().event(), letter.data());
    }

    /** What a message holds whose bytes cannot be had. */
    Found incomplete(SqsEvents.Message message, QueueMessage.Author author, String why) {
        QueueMessage.Letter letter = letter(messages.read(message.body()), message, author);
        return withRest(letter, why);
    }

    private Found found(SqsEvents.Message message, QueueMessage.Author author, Records records, String detail) {
        List<BatchItem> items = new ArrayList<>();
        records.found().forEach(record -> items.add(new BatchItem.Abandoned(message.messageId(), record, detail)));
        List<Found.Announced> letters = records.rest().isEmpty() ? List.of()
                : withRest(letter(messages.read(message.body()), message, author), records.rest()).letters();
        return new Found(items, letters);
    }

    private static Found withRest(QueueMessage.Letter letter, String why) {
        LetterData data = letter.data() instanceof LetterData.Missing ? new LetterData.Missing(why) : letter.data();
        DeadLetter said = letter.letter().withDetail(letter.letter().detail() + "; " + why);
        return Found.letter(said.withData(NONE), new QueueMessage.Letter(said, data, letter.edit()));
    }

    private QueueMessage.Letter letter(QueueMessage content, SqsEvents.Message message, QueueMessage.Author author) {
        return content.asLetter(new QueueMessage.Facts(message.queue(), message.messageId(), message.sent(), message.body()),
                author, clock.instant());
    }

    /** It has had no attempt in this life, and no deadline that anybody has worked out. */
    private static ParkedEvent parked(RedrivenEvent redriven) {
        return new ParkedEvent(redriven.handler(), redriven.event(), new Deadline(redriven.at(), redriven.at()),
                AttemptHistory.NONE, 0, redriven.redrive(), Duration.ZERO);
    }
}
