package dev.punctual.runtime.sqs;

import java.util.List;

import dev.punctual.deadletter.LetterData;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RetryQueue;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.sqs.MessageSender;

/** The retry queues in SQS, one beside each source. */
public final class SqsRetryQueue implements RetryQueue {

    private final BySource bySource;
    private final RetryFormat format;
    private final Payloads payloads;

    /**
     * @param sender sends to any queue
     * @param queues knows the queues beside each source
     * @param payloads puts the bytes of events where they fit
     */
    public SqsRetryQueue(MessageSender sender, QueueDirectory queues, RetryFormat format, Payloads payloads) {
        this.payloads = payloads;
        this.bySource = new BySource(sender, queues);
        this.format = format;
    }

    @Override
    public List<SendResult> send(List<ParkedEvent> events) {
        return bySource.send(Purpose.RETRY, events, event -> event.event().source().name(), this::draft);
    }

    private MessageSender.Draft draft(ParkedEvent parked) {
        return () -> new MessageSender.Message(payloads.stow(parked.event(), LetterData.INLINE,
                (event, data) -> format.write(new QueueMessage.Parked(parked.withEvent(event), data))), parked.delay(),
                parked.correlationId());
    }
}
