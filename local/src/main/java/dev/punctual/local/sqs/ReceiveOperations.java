package dev.punctual.local.sqs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.queue.MessageAttribute;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.queue.ReceivedMessage;

/** Receives messages; one that waits holds no thread. */
final class ReceiveOperations {

    private final QueueService queues;
    private final OpenReceives openReceives;

    ReceiveOperations(QueueService queues, OpenReceives openReceives) {
        this.queues = queues;
        this.openReceives = openReceives;
    }

    void addTo(Operations operations) {
        operations.later("ReceiveMessage", MessageShapes.Receive.class, this::receive);
    }

    private CompletionStage<Object> receive(MessageShapes.Receive in) {
        int maximum = in.maxNumberOfMessages() == null ? 1 : in.maxNumberOfMessages();
        ReceiveRequest request = new ReceiveRequest(maximum, Members.seconds(in.visibilityTimeout()),
                Members.seconds(in.waitTimeSeconds()));
        return openReceives.track(queues.receiveMessageLater(in.requiredQueue(), request))
                .thenApply(messages -> answer(messages, in));
    }

    private static MessageShapes.Received answer(List<ReceivedMessage> messages, MessageShapes.Receive in) {
        List<String> system = Stream.of(in.attributeNames(), in.messageSystemAttributeNames()).map(Members::list)
                .flatMap(List::stream).toList();
        List<String> wanted = Members.list(in.messageAttributeNames());
        List<MessageShapes.Message> written = messages.stream().map(message -> write(message, system, wanted)).toList();
        return new MessageShapes.Received(written.isEmpty() ? null : written);
    }

    private static MessageShapes.Message write(ReceivedMessage message, List<String> system, List<String> wanted) {
        Map<String, MessageAttribute> attributes = chosen(message.attributes(), wanted);
        ReceivedMessage told = new ReceivedMessage(message.messageId(), message.receiptHandle(), message.body(), attributes,
                message.receiveCount(), message.sent(), message.firstReceived(), message.senderId(),
                message.deadLetterSourceArn());
        return new MessageShapes.Message(told.messageId(), told.receiptHandle(), told.md5OfBody(), told.body(),
                orNull(chosen(told.systemAttributes(), system)), told.md5OfAttributes().orElse(null),
                orNull(attributes.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Attributes.toWire(entry.getValue())))));
    }

    private static <T> Map<String, T> chosen(Map<String, T> all, List<String> wanted) {
        Map<String, T> some = new TreeMap<>(all);
        some.keySet().removeIf(name -> !AttributeNames.match(wanted, name));
        return some;
    }

    private static <T> @Nullable Map<String, T> orNull(Map<String, T> map) {
        return map.isEmpty() ? null : map;
    }
}
