package dev.punctual.runtime;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.LetterData;
import dev.punctual.engine.BatchItem;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.event.EventRecord;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.Outcome;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.QueueMessageReader;
import dev.punctual.wire.payload.PayloadException;
import dev.punctual.wire.payload.Payloads;

/** Reads what the retry queue holds; safe for use by several threads. */
final class RetriedMessages {

    private static final Logger LOG = Logger.getLogger(RetriedMessages.class);

    /**
     * What a batch holds.
     *
     * @param items what can be tried
     * @param returned messages whose bytes cannot be had now: they stay in the queue, which gives them up if that lasts
     */
    record Batch(List<BatchItem> items, List<ItemOutcome> returned) {
    }

    private final QueueMessageReader reader;
    private final Payloads payloads;

    RetriedMessages(JsonFactory json, Payloads payloads) {
        this.reader = new QueueMessageReader(json);
        this.payloads = payloads;
    }

    Batch read(List<SqsEvents.Message> messages) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        for (SqsEvents.Message message : messages) {
            try {
                batch.items.add(item(message));
            } catch (PayloadException e) {
                LOG.errorf("The message %s of %s stays in the queue: %s", message.messageId(), message.queue().name(),
                        e.getMessage());
                batch.returned.add(new ItemOutcome(message.messageId(),
                        new Outcome.ReturnedToSource(String.valueOf(e.getMessage()))));
            }
        }
        return batch;
    }

    private BatchItem item(SqsEvents.Message message) throws PayloadException {
        QueueMessage content = reader.read(message.body());
        if (content instanceof QueueMessage.Parked parked) {
            return new BatchItem.Retried(message.messageId(),
                    parked.event().withEvent(whole(parked.event().event(), parked.data())));
        }
        if (content instanceof QueueMessage.Redriven redriven) {
            return new BatchItem.Redriven(message.messageId(),
                    redriven.event().withEvent(whole(redriven.event().event(), redriven.data())));
        }
        return new BatchItem.Unreadable(message.messageId(), message.event(),
                "the retry queue held a message that is no parked event");
    }

    private EventRecord whole(EventRecord event, LetterData data) throws PayloadException {
        return event.withData(payloads.open(event, data));
    }
}
