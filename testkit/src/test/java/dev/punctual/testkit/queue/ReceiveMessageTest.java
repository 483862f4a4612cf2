package dev.punctual.testkit.queue;

import static dev.punctual.testkit.queue.QueueFixture.QUEUE;
import static dev.punctual.testkit.queue.QueueFixture.bodies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ReceiveMessageTest {

    private final QueueFixture queues = QueueFixture.plain();

    @Test
    void hidesAMessageUntilItsVisibilityTimeoutRunsOut() {
        queues.send("x");
        queues.receive();

        queues.pass(29);
        assertThat(queues.receive()).isEmpty();
        assertThat(queues.attribute("ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
        queues.pass(1);

        assertThat(queues.receiveOne().receiveCount()).isEqualTo(2);
    }

    @Test
    void tellsWhenAMessageWasSentAndFirstReceived() {
        queues.send("x");
        queues.pass(5);
        queues.receive();
        queues.pass(30);

        var again = queues.receiveOne();

        assertThat(again.systemAttributes()).containsEntry("ApproximateReceiveCount", "2")
                .containsEntry("SentTimestamp", "1767225600000")
                .containsEntry("ApproximateFirstReceiveTimestamp", "1767225605000")
                .containsEntry("SenderId", "000000000000");
    }

    @Test
    void overridesTheVisibilityTimeoutPerReceive() {
        queues.send("x");
        queues.service.receiveMessage(QUEUE, ReceiveRequest.upTo(1).hiddenFor(Duration.ofSeconds(2)));

        queues.pass(2);

        assertThat(queues.receive()).hasSize(1);
    }

    @Test
    void returnsEachMessageOnceEvenWithoutVisibilityTimeout() {
        List.of("a", "b", "c").forEach(queues::send);

        var received = queues.service.receiveMessage(QUEUE, ReceiveRequest.upTo(10).hiddenFor(Duration.ZERO));

        assertThat(bodies(received)).containsExactly("a", "b", "c");
    }

    @Test
    void returnsAtMostTheNumberAskedFor() {
        List.of("a", "b", "c").forEach(queues::send);

        assertThat(queues.service.receiveMessage(QUEUE, ReceiveRequest.upTo(2))).hasSize(2);
        assertThat(queues.receive()).hasSize(1);
    }

    @Test
    void dropsMessagesWhenRetentionRunsOut() {
        queues.service.setAttributes(QUEUE, Map.of("MessageRetentionPeriod", "60"));
        queues.send("x");

        queues.pass(60);

        assertThat(queues.attribute("ApproximateNumberOfMessages")).isEqualTo("0");
        assertThat(queues.receive()).isEmpty();
    }

    @Test
    void rejectsRequestsOutOfRange() {
        assertThatThrownBy(() -> receive(ReceiveRequest.upTo(0))).hasMessageContaining("between 1 and 10");
        assertThatThrownBy(() -> receive(ReceiveRequest.upTo(11))).hasMessageContaining("Value 11");
        assertThatThrownBy(() -> receive(ReceiveRequest.upTo(1).hiddenFor(Duration.ofSeconds(43_201))))
                .hasMessageContaining("between 0 and 43200");
        assertThatThrownBy(() -> receive(ReceiveRequest.upTo(1).waiting(Duration.ofSeconds(21))))
                .isInstanceOf(SqsException.InvalidParameterValue.class).hasMessageContaining("between 0 and 20");
        assertThatThrownBy(() -> queues.receive("none")).isInstanceOf(SqsException.QueueDoesNotExist.class);
    }

    private void receive(ReceiveRequest request) {
        queues.service.receiveMessage(QUEUE, request);
    }
}
