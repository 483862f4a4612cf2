package dev.punctual.runtime.sqs;

import java.util.List;

import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RetryQueue;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.sqs.MessageSender;

/** The retry queues in SQS, one beside each source. */
public final class SqsRetryQueue implements RetryQueue {

    private final BySource bySource;
    private final RetryFormat format;

    /**
     * @param sender sends to any queue
     * @param queues knows the queues beside each source
     */
    public SqsRetryQueue(MessageSender sender, QueueDirectory queues, RetryFormat format) {
        this.bySource = new BySource(sender, queues);
        this.format = format;
    }

    @Override
    public List<SendResult> send(List<ParkedEvent> events) {
        return bySource.send(Purpose.RETRY, events, event -> event.event().source().name(),
                event -> new MessageSender.Message(format.write(event), event.delay()));
    }
}
