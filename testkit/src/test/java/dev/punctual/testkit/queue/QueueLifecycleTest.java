package dev.punctual.testkit.queue;

import static dev.punctual.testkit.queue.QueueFixture.DEAD_LETTERS;
import static dev.punctual.testkit.queue.QueueFixture.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class QueueLifecycleTest {

    private final QueueFixture queues = QueueFixture.plain();

    @Test
    void hasTheDefaultsOfSqs() {
        assertThat(queues.service.getAttributes(QUEUE)).containsEntry("VisibilityTimeout", "30")
                .containsEntry("DelaySeconds", "0")
                .containsEntry("MessageRetentionPeriod", "345600").containsEntry("MaximumMessageSize", "1048576")
                .containsEntry("ReceiveMessageWaitTimeSeconds", "0")
                .containsEntry("QueueArn", "arn:aws:sqs:us-east-1:000000000000:retries").doesNotContainKey("RedrivePolicy");
    }

    @Test
    void createsAgainOnlyWithTheSameAttributes() {
        queues.service.createQueue(QUEUE, Map.of("VisibilityTimeout", "30"));

        assertThatThrownBy(() -> queues.service.createQueue(QUEUE, Map.of("VisibilityTimeout", "31")))
                .isInstanceOfSatisfying(SqsException.QueueNameExists.class,
                        e -> assertThat(e.queryCode()).isEqualTo("QueueAlreadyExists"));
    }

    @Test
    void listsByPrefixAndForgetsDeletedQueues() {
        assertThat(queues.service.listQueues("")).containsExactly(DEAD_LETTERS, QUEUE);

        queues.service.deleteQueue(QUEUE);

        assertThat(queues.service.listQueues("re")).isEmpty();
        assertThatThrownBy(() -> queues.service.checkExists(QUEUE)).isInstanceOf(SqsException.QueueDoesNotExist.class)
                .hasMessageContaining(QUEUE);
    }

    @Test
    void refusesWhatIsNoAttribute() {
        assertThatThrownBy(() -> set("Colour", "red")).isInstanceOf(SqsException.InvalidAttributeName.class);
        assertThatThrownBy(() -> set("DelaySeconds", "901")).isInstanceOf(SqsException.InvalidAttributeValue.class)
                .hasMessageContaining("0 to 900");
        assertThatThrownBy(() -> set("MessageRetentionPeriod", "59")).hasMessageContaining("60 to 1209600");
        assertThatThrownBy(() -> set("FifoQueue", "true")).isInstanceOf(SqsException.UnsupportedOperation.class);
    }

    @Test
    void refusesBadNames() {
        assertThatThrownBy(() -> queues.service.createQueue("no spaces", Map.of())).hasMessageContaining("'no spaces'");
        assertThatThrownBy(() -> queues.service.createQueue("orders.fifo", Map.of()))
                .isInstanceOf(SqsException.UnsupportedOperation.class).hasMessageContaining("standard queues only");
    }

    @Test
    void purgesAllMessagesAtMostOnceAMinute() {
        queues.send("x");
        queues.service.purgeQueue(QUEUE);

        assertThat(queues.receive()).isEmpty();
        assertThatThrownBy(() -> queues.service.purgeQueue(QUEUE)).isInstanceOf(SqsException.PurgeQueueInProgress.class);
        queues.pass(60);
        queues.service.purgeQueue(QUEUE);
    }

    @Test
    void drawsTheSameIdsForTheSameSeed() {
        var same = QueueFixture.plain();

        assertThat(queues.send("x").messageId()).isEqualTo(same.send("x").messageId());
        assertThat(queues.receiveOne().receiptHandle()).isEqualTo(same.receiveOne().receiptHandle());
    }

    private void set(String name, String value) {
        queues.service.setAttributes(QUEUE, Map.of(name, value));
    }
}
