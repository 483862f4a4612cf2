package dev.punctual.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.punctual.event.EventSource;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RetryQueue;
import dev.punctual.spi.SendResult;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.SendRequest;

/** The retry and dead-letter queues beside each source. Messages name what they carry, which never leaves this process. */
final class VirtualQueues {

    private final QueueService queues;
    private final Journal journal;
    private final LetterCourier courier;
    private final Map<String, ParkedEvent> parked = new HashMap<>();

    VirtualQueues(QueueService queues, Journal journal, LetterCourier courier) {
        this.queues = queues;
        this.journal = journal;
        this.courier = courier;
    }

    // Streams' names may have dots, queues' may not.
    static String retryQueueOf(String source) {
        return source.replace('.', '_') + "-retry";
    }

    static String deadLetterQueueOf(String source) {
        return source.replace('.', '_') + "-dead-letter";
    }

    RetryQueue retryQueue(VirtualProcess process) {
        return events -> events.stream().map(event -> park(process, event)).toList();
    }

    DeadLetterQueue deadLetterQueue(VirtualProcess process) {
        return letters -> letters.stream().map(letter -> {
            SendResult result = send(process, deadLetterQueueOf(letter.event().source().name()), SendRequest.of(letter.id()));
            if (SendResult.refusal(result).isEmpty()) {
                journal.buried(letter);
                courier.deliver(letter);
            }
            return result;
        }).toList();
    }

    /** What a message of a retry queue carries. */
    ParkedEvent parked(String message) {
        return Objects.requireNonNull(parked.get(message), message);
    }

    private SendResult park(VirtualProcess process, ParkedEvent event) {
        String message = "parked-" + (parked.size() + 1);
        parked.put(message, event);
        EventSource source = event.event().source();
        return send(process, retryQueueOf(source.name()), SendRequest.of(message).delayed(event.delay()));
    }

    private SendResult send(VirtualProcess process, String queue, SendRequest request) {
        process.requireAlive();
        try {
            queues.sendMessage(queue, request);
            return SendResult.SENT;
        } catch (AwsException e) {
            return new SendResult.NotSent(queue + " is out of order: " + e.code());
        }
    }

    boolean isEmpty(String queue) {
        Map<String, String> attributes = queues.getAttributes(queue);
        return List.of("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
                "ApproximateNumberOfMessagesDelayed").stream().allMatch(name -> "0".equals(attributes.get(name)));
    }
}
