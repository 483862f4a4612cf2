package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Works through a queue as operators' tools do; the rates are logged, not judged. */
class HundredThousandMessagesTest {

    private static final Logger LOG = Logger.getLogger(HundredThousandMessagesTest.class);
    private static final int MESSAGES = Integer.getInteger("punctual.test.messages", 20_000);
    private static final String BODY = "x".repeat(1_000);

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final SqsClient sqs = Clients.sqs(endpoints);
    private final String queue = sqs.createQueue(request -> request.queueName("orders-dead-letter")).queueUrl();

    @AfterEach
    void close() {
        sqs.close();
        endpoints.close();
    }

    @Test
    void canBeHeldReleasedHeldAgainAndDeletedWhole() {
        timed("send", () -> IntStream.range(0, MESSAGES / 10).forEach(batch -> send()));

        List<String> held = new ArrayList<>();
        timed("hold", () -> hold(held));
        assertThat(counts()).containsExactly("0", Integer.toString(MESSAGES));

        timed("release", () -> batches(held).forEach(this::release));
        assertThat(counts()).containsExactly(Integer.toString(MESSAGES), "0");

        List<String> again = new ArrayList<>();
        timed("hold again", () -> hold(again));
        timed("delete", () -> batches(again).forEach(this::delete));
        assertThat(counts()).containsExactly("0", "0");
    }

    private void send() {
        var sent = sqs.sendMessageBatch(request -> request.queueUrl(queue).entries(IntStream.range(0, 10)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder().id("m" + i).messageBody(BODY).build()).toList()));
        assertThat(sent.successful()).hasSize(10);
    }

    private void hold(List<String> receipts) {
        List<Message> received = receive();
        while (!received.isEmpty()) {
            received.forEach(message -> receipts.add(message.receiptHandle()));
            received = receive();
        }
        assertThat(receipts).hasSize(MESSAGES);
    }

    private List<Message> receive() {
        return sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(900)).messages();
    }

    private void release(List<String> receipts) {
        var released = sqs.changeMessageVisibilityBatch(request -> request.queueUrl(queue)
                .entries(IntStream.range(0, receipts.size()).mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id("m" + i).receiptHandle(receipts.get(i)).visibilityTimeout(0).build()).toList()));
        assertThat(released.failed()).isEmpty();
    }

    private void delete(List<String> receipts) {
        var deleted = sqs.deleteMessageBatch(request -> request.queueUrl(queue)
                .entries(IntStream.range(0, receipts.size()).mapToObj(i -> DeleteMessageBatchRequestEntry.builder().id("m" + i)
                        .receiptHandle(receipts.get(i)).build()).toList()));
        assertThat(deleted.failed()).isEmpty();
    }

    private List<String> counts() {
        Map<QueueAttributeName, String> all = sqs
                .getQueueAttributes(request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL)).attributes();
        return List.of(all.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, ""),
                all.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, ""));
    }

    private static List<List<String>> batches(List<String> receipts) {
        return IntStream.range(0, receipts.size() / 10).mapToObj(i -> receipts.subList(10 * i, 10 * i + 10)).toList();
    }

    private static void timed(String what, Runnable work) {
        Instant start = Instant.now();
        work.run();
        Duration took = Duration.between(start, Instant.now());
        LOG.infof("%s: %d messages in %d ms, %d a second", what, MESSAGES, took.toMillis(),
                MESSAGES * 1_000L / Math.max(1, took.toMillis()));
    }
}
