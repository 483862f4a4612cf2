package dev.punctual.runtime.sqs;

import java.time.Duration;
import java.util.List;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.sqs.MessageSender;

/** The queues in SQS that take dead letters, one beside each source. */
public final class SqsDeadLetterQueue implements DeadLetterQueue {

    private final BySource bySource;
    private final DeadLetterFormat format;
    private final Payloads payloads;
    private final Purpose purpose;

    /**
     * @param sender sends to any queue
     * @param queues knows the queues beside each source
     * @param payloads puts the bytes of events where they fit
     * @param purpose where letters go: to be kept, or to the dead-letter function first
     */
    public SqsDeadLetterQueue(MessageSender sender, QueueDirectory queues, DeadLetterFormat format, Payloads payloads,
            Purpose purpose) {
        this.bySource = new BySource(sender, queues);
        this.format = format;
        this.payloads = payloads;
        this.purpose = purpose;
    }

    @Override
    public List<SendResult> send(List<DeadLetter> letters) {
        return forward(letters.stream().map(letter -> new QueueMessage.Letter(letter, LetterData.INLINE, Edit.NONE)).toList());
    }

    /**
     * Sends letters whose bytes are kept as they were found.
     *
     * @return what became of each, in their order
     */
    public List<SendResult> forward(List<QueueMessage.Letter> letters) {
        return bySource.send(purpose, letters, found -> found.letter().event().source().name(), this::draft);
    }

    private MessageSender.Draft draft(QueueMessage.Letter found) {
        return () -> new MessageSender.Message(payloads.forward(found.letter().event(), found.data(),
                (event, data) -> format.write(new QueueMessage.Letter(found.letter().withEvent(event), data, found.edit()))),
                Duration.ZERO, found.letter().correlationId());
    }
}
