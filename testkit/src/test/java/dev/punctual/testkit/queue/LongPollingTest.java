package dev.punctual.testkit.queue;

import static dev.punctual.testkit.queue.QueueFixture.QUEUE;
import static dev.punctual.testkit.queue.QueueFixture.bodies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

class LongPollingTest {

    private final QueueFixture queues = QueueFixture.plain();

    @Test
    void answersAtOnceWhenThereAreMessages() {
        queues.send("x");

        assertThat(poll(20)).isCompletedWithValueMatching(messages -> messages.size() == 1);
    }

    @Test
    void answersAsSoonAsAMessageIsSent() {
        var poll = poll(20);
        queues.pass(7);
        assertThat(poll).isNotDone();

        queues.send("x");
        queues.pass(0);

        assertThat(bodies(answer(poll))).containsExactly("x");
    }

    @Test
    void answersWithNothingWhenTheWaitRunsOut() {
        var poll = poll(20);

        queues.pass(19);
        assertThat(poll).isNotDone();
        queues.pass(1);

        assertThat(answer(poll)).isEmpty();
    }

    @Test
    void answersWhenADelayOrAVisibilityTimeoutRunsOut() {
        queues.service.sendMessage(QUEUE, SendRequest.of("delayed").delayed(Duration.ofSeconds(3)));
        var first = poll(20);
        queues.pass(3);
        assertThat(bodies(answer(first))).containsExactly("delayed");

        var second = poll(20);
        queues.pass(10);
        var third = poll(20);
        queues.pass(20);

        assertThat(answer(second)).isEmpty();
        assertThat(bodies(answer(third))).containsExactly("delayed");
    }

    @Test
    void answersWhenAMessageIsMadeVisible() {
        queues.send("x");
        var received = queues.receiveOne();
        var poll = poll(20);

        queues.service.changeMessageVisibility(QUEUE, new VisibilityChange(received.receiptHandle(), Duration.ZERO));
        queues.pass(0);

        assertThat(answer(poll)).hasSize(1);
    }

    @Test
    void servesWhoWaitsFirstFirst() {
        var first = poll(20);
        var second = poll(20);

        queues.send("x");
        queues.pass(0);

        assertThat(first).isDone();
        assertThat(second).isNotDone();
    }

    @Test
    void passesOverPollsThatWereCancelled() {
        var gone = poll(20);
        var waiting = poll(20);
        gone.cancel(false);

        queues.send("x");
        queues.pass(0);

        assertThat(answer(waiting)).hasSize(1);
    }

    @Test
    void waitsAsLongAsTheQueueSaysUnlessTold() {
        queues.service.setAttributes(QUEUE, Map.of("ReceiveMessageWaitTimeSeconds", "5"));
        var poll = queues.service.receiveMessageLater(QUEUE, ReceiveRequest.upTo(1)).toCompletableFuture();

        queues.pass(4);
        assertThat(poll).isNotDone();
        queues.pass(1);

        assertThat(answer(poll)).isEmpty();
    }

    @Test
    void answersWithNothingWhenTheQueueIsDeleted() {
        var poll = poll(20);

        queues.service.deleteQueue(QUEUE);
        queues.pass(0);

        assertThat(answer(poll)).isEmpty();
    }

    private CompletableFuture<List<ReceivedMessage>> poll(int seconds) {
        var request = ReceiveRequest.upTo(10).waiting(Duration.ofSeconds(seconds));
        return queues.service.receiveMessageLater(QUEUE, request).toCompletableFuture();
    }

    private static List<ReceivedMessage> answer(CompletableFuture<List<ReceivedMessage>> poll) {
        assertThat(poll).isCompleted();
        return poll.join();
    }
}
