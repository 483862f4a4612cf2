package dev.punctual.local.sqs;

import java.util.List;
import java.util.Map;

import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.queue.BatchEntry;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.SendRequest;

/** The operations that send messages. */
final class SendOperations {

    private final QueueService queues;

    SendOperations(QueueService queues) {
        this.queues = queues;
    }

    void addTo(Operations operations) {
        operations.answer("SendMessage", MessageShapes.SendMessage.class, this::send)
                .answer("SendMessageBatch", MessageShapes.SendBatch.class, this::sendAll);
    }

    private MessageShapes.Sent send(MessageShapes.SendMessage in) {
        return MessageShapes.Sent.of(null, queues.sendMessage(in.requiredQueue(), request(in.entry())));
    }

    private MessageShapes.BatchDone sendAll(MessageShapes.SendBatch in) {
        List<BatchEntry<SendRequest>> entries = Members.entries(in.entries(), "Entries").stream()
                .map(entry -> new BatchEntry<>(Members.required(entry.id(), "Id"), request(entry))).toList();
        return BatchAnswers.of(queues.sendMessageBatch(in.requiredQueue(), entries),
                (id, sent) -> MessageShapes.Sent.of(id, sent));
    }

    private static SendRequest request(MessageShapes.SendEntry in) {
        Map<String, MessageShapes.Attribute> system = Members.map(in.messageSystemAttributes());
        if (!system.isEmpty()) {
            throw new AwsException("UnsupportedOperation", "MessageSystemAttributes " + system.keySet()
                    + " are not supported by the local endpoints; send them as message attributes.", 400);
        }
        return new SendRequest(Members.required(in.messageBody(), "MessageBody"), Members.seconds(in.delaySeconds()),
                Attributes.toModel(Members.map(in.messageAttributes())));
    }
}
