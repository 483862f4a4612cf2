package dev.punctual.local.sqs;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.queue.BatchEntry;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.VisibilityChange;

/** The operations on received messages, by their receipt handles. */
final class ReceiptOperations {

    private final QueueService queues;

    ReceiptOperations(QueueService queues) {
        this.queues = queues;
    }

    void addTo(Operations operations) {
        operations
                .run("DeleteMessage", MessageShapes.Receipt.class,
                        in -> queues.deleteMessage(in.requiredQueue(), handle(in.receiptHandle())))
                .answer("DeleteMessageBatch", MessageShapes.ReceiptBatch.class, this::deleteAll)
                .run("ChangeMessageVisibility", MessageShapes.Receipt.class,
                        in -> queues.changeMessageVisibility(in.requiredQueue(),
                                change(in.receiptHandle(), in.visibilityTimeout())))
                .answer("ChangeMessageVisibilityBatch", MessageShapes.ReceiptBatch.class, this::changeAll);
    }

    private MessageShapes.BatchDone deleteAll(MessageShapes.ReceiptBatch in) {
        return BatchAnswers.of(
                queues.deleteMessageBatch(in.requiredQueue(), entries(in, entry -> handle(entry.receiptHandle()))),
                (id, done) -> new MessageShapes.Done(id));
    }

    private MessageShapes.BatchDone changeAll(MessageShapes.ReceiptBatch in) {
        return BatchAnswers.of(
                queues.changeMessageVisibilityBatch(in.requiredQueue(),
                        entries(in, entry -> change(entry.receiptHandle(), entry.visibilityTimeout()))),
                (id, done) -> new MessageShapes.Done(id));
    }

    private static <T> List<BatchEntry<T>> entries(MessageShapes.ReceiptBatch in,
            Function<MessageShapes.ReceiptEntry, T> value) {
        return Members.entries(in.entries(), "Entries").stream()
                .map(entry -> new BatchEntry<>(Members.required(entry.id(), "Id"), value.apply(entry))).toList();
    }

    private static String handle(@Nullable String receiptHandle) {
        return Members.required(receiptHandle, "ReceiptHandle");
    }

    private static VisibilityChange change(@Nullable String receiptHandle, @Nullable Integer timeout) {
        return new VisibilityChange(handle(receiptHandle), Duration.ofSeconds(Members.required(timeout, "VisibilityTimeout")));
    }
}
