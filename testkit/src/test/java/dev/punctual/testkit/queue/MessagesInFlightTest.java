package dev.punctual.testkit.queue;

import static dev.punctual.testkit.queue.QueueFixture.DEAD_LETTERS;
import static dev.punctual.testkit.queue.QueueFixture.QUEUE;
import static dev.punctual.testkit.queue.QueueService.MAXIMUM_IN_FLIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class MessagesInFlightTest {

    private final QueueFixture queues = QueueFixture.plain();

    @Test
    void refusesToHandOutMoreThanTheQuotaUntilOneIsDeleted() {
        for (int i = 0; i <= MAXIMUM_IN_FLIGHT; i++) {
            queues.send("m");
        }
        var held = holdAll(MAXIMUM_IN_FLIGHT);

        assertThatThrownBy(queues::receive).isInstanceOf(SqsException.OverLimit.class).hasMessageContaining("120000");
        var waiting = queues.service
                .receiveMessageLater(QUEUE, new ReceiveRequest(1, Optional.empty(), Optional.of(Duration.ofSeconds(20))))
                .toCompletableFuture();
        queues.pass(19);
        assertThat(waiting).isNotDone();
        queues.pass(1);
        assertThat(waiting).isCompletedWithValue(List.of());

        queues.service.deleteMessage(QUEUE, held.get(0).receiptHandle());
        assertThat(queues.receive()).hasSize(1);
    }

    @Test
    void countsEachMessageInTheStateItIsIn() {
        queues.send("visible");
        queues.send("in flight");
        queues.service.sendMessage(QUEUE, SendRequest.of("delayed").delayed(Duration.ofSeconds(60)));
        queues.service.receiveMessage(QUEUE, ReceiveRequest.upTo(1));

        assertThat(counts()).containsExactly("1", "1", "1");
        queues.pass(30);
        assertThat(counts()).containsExactly("2", "0", "1");
        queues.pass(30);
        assertThat(counts()).containsExactly("3", "0", "0");
    }

    @Test
    void dropsMessagesThatWereKeptLongEnoughWhateverTheirState() {
        queues.send("in flight");
        queues.service.receiveMessage(QUEUE,
                new ReceiveRequest(1, Optional.of(Duration.ofHours(12)), Optional.empty()));
        queues.send("visible");

        queues.pass(Duration.ofDays(4).toSeconds());

        assertThat(counts()).containsExactly("0", "0", "0");
    }

    @Test
    void namesTheQueuesWhoseMessagesEndHere() {
        var redriving = QueueFixture.redriving(3);

        assertThat(redriving.service.listDeadLetterSourceQueues(DEAD_LETTERS)).containsExactly(QUEUE);
        assertThat(redriving.service.listDeadLetterSourceQueues(QUEUE)).isEmpty();
    }

    private List<String> counts() {
        return List.of(queues.attribute("ApproximateNumberOfMessages"),
                queues.attribute("ApproximateNumberOfMessagesNotVisible"),
                queues.attribute("ApproximateNumberOfMessagesDelayed"));
    }

    private List<ReceivedMessage> holdAll(int count) {
        var held = new ArrayList<ReceivedMessage>();
        while (held.size() < count) {
            held.addAll(queues.service.receiveMessage(QUEUE,
                    new ReceiveRequest(10, Optional.of(Duration.ofHours(1)), Optional.empty())));
        }
        return held;
    }
}
