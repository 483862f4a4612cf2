package dev.punctual.testkit.queue;

import static dev.punctual.testkit.queue.QueueFixture.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;

class ReceiptHandleTest {

    private final QueueFixture queues = QueueFixture.plain();

    @Test
    void deletesTheMessageForGood() {
        queues.send("x");

        queues.service.deleteMessage(QUEUE, queues.receiveOne().receiptHandle());
        queues.pass(60);

        assertThat(queues.receive()).isEmpty();
    }

    @Test
    void deletesByTheMostRecentHandleEvenWhenTheMessageIsVisibleAgain() {
        queues.send("x");
        var handle = queues.receiveOne().receiptHandle();
        queues.pass(60);

        queues.service.deleteMessage(QUEUE, handle);

        assertThat(queues.receive()).isEmpty();
    }

    @Test
    void acceptsAHandleOfAnEarlierReceiveButKeepsTheMessage() {
        queues.send("x");
        var stale = queues.receiveOne().receiptHandle();
        queues.pass(30);
        queues.receive();

        queues.service.deleteMessage(QUEUE, stale);
        queues.pass(30);

        assertThat(queues.receive()).hasSize(1);
    }

    @Test
    void deletingTwiceIsNoError() {
        queues.send("x");
        var handle = queues.receiveOne().receiptHandle();
        queues.service.deleteMessage(QUEUE, handle);

        queues.service.deleteMessage(QUEUE, handle);

        assertThat(queues.attribute("ApproximateNumberOfMessagesNotVisible")).isEqualTo("0");
    }

    @Test
    void refusesWhatIsNoReceiptHandle() {
        assertThatThrownBy(() -> queues.service.deleteMessage(QUEUE, "nonsense"))
                .isInstanceOf(SqsException.ReceiptHandleIsInvalid.class).hasMessageContaining("nonsense");
    }

    @Test
    void changesVisibilityFromNow() {
        queues.send("x");
        var handle = queues.receiveOne().receiptHandle();
        queues.pass(20);
        change(handle, 60);

        queues.pass(59);
        assertThat(queues.receive()).isEmpty();
        queues.pass(1);

        assertThat(queues.receive()).hasSize(1);
    }

    @Test
    void refusesToChangeTheVisibilityOfAMessageThatIsVisibleAgain() {
        queues.send("x");
        var handle = queues.receiveOne().receiptHandle();
        queues.pass(30);

        assertThatThrownBy(() -> change(handle, 60)).isInstanceOf(SqsException.MessageNotInflight.class)
                .hasMessageContaining("not in flight");
    }

    @Test
    void refusesToHideAMessageBeyondTwelveHoursFromItsReceive() {
        queues.send("x");
        var handle = queues.receiveOne().receiptHandle();
        queues.pass(10);

        change(handle, 43_190);

        assertThatThrownBy(() -> change(handle, 43_191)).isInstanceOf(SqsException.InvalidParameterValue.class)
                .hasMessageContaining("beyond the limit [43200 seconds]");
    }

    @Test
    void batchesTellEachEntrysResult() {
        queues.send("a");
        queues.send("b");
        var received = queues.receive();
        queues.faults.order(FaultRule.at("sqs:DeleteMessageBatch", Trigger.call(1), Fault.failEntries(0)));

        var changed = queues.service.changeMessageVisibilityBatch(QUEUE,
                List.of(new BatchEntry<>("a", new VisibilityChange(received.get(0).receiptHandle(), Duration.ofSeconds(90))),
                        new BatchEntry<>("b", new VisibilityChange("nonsense", Duration.ZERO))));
        var deleted = queues.service.deleteMessageBatch(QUEUE, List.of(new BatchEntry<>("a", received.get(0).receiptHandle()),
                new BatchEntry<>("b", received.get(1).receiptHandle())));

        assertThat(changed.get(0)).isInstanceOf(BatchResult.Success.class);
        assertThat(changed.get(1)).isInstanceOfSatisfying(BatchResult.Failure.class,
                failure -> assertThat(failure.code()).isEqualTo("ReceiptHandleIsInvalid"));
        assertThat(deleted.get(0)).isInstanceOf(BatchResult.Failure.class);
        assertThat(deleted.get(1)).isInstanceOf(BatchResult.Success.class);
        assertThat(queues.attribute("ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
    }

    private void change(String handle, int seconds) {
        queues.service.changeMessageVisibility(QUEUE, new VisibilityChange(handle, Duration.ofSeconds(seconds)));
    }
}
