package dev.punctual.runtime.sqs;

import java.time.Duration;
import java.util.List;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.sqs.MessageSender;

/** The queues in SQS that take dead letters, one beside each source. */
public final class SqsDeadLetterQueue implements DeadLetterQueue {

    private final BySource bySource;
    private final DeadLetterFormat format;
    private final Purpose purpose;

    /**
     * @param sender sends to any queue
     * @param queues knows the queues beside each source
     * @param purpose where letters go: to be kept, or to the dead-letter function first
     */
    public SqsDeadLetterQueue(MessageSender sender, QueueDirectory queues, DeadLetterFormat format, Purpose purpose) {
        this.bySource = new BySource(sender, queues);
        this.format = format;
        this.purpose = purpose;
    }

    @Override
    public List<SendResult> send(List<DeadLetter> letters) {
        return bySource.send(purpose, letters, letter -> letter.event().source().name(),
                letter -> new MessageSender.Message(format.write(letter), Duration.ZERO));
    }
}
