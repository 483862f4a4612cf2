package dev.punctual.testkit.queue;

import static dev.punctual.testkit.queue.QueueFixture.DEAD_LETTERS;
import static dev.punctual.testkit.queue.QueueFixture.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class RedriveTest {

    private final QueueFixture queues = QueueFixture.redriving(2);

    @Test
    void movesAMessageAtTheReceiveAfterTheLastAllowedOne() {
        var sent = queues.send("poison");
        receiveAndLet();
        receiveAndLet();
        assertThat(queues.receive(DEAD_LETTERS)).isEmpty();

        assertThat(queues.receive()).isEmpty();

        assertThat(queues.receive(DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.messageId()).isEqualTo(sent.messageId());
            assertThat(letter.body()).isEqualTo("poison");
            assertThat(letter.receiveCount()).isEqualTo(1);
            assertThat(letter.deadLetterSourceArn()).contains("arn:aws:sqs:us-east-1:000000000000:retries");
        });
    }

    @Test
    void keepsTheTimeOfSendingSoThatRetentionGoesOn() {
        queues.send("poison");
        var sent = queues.time.instant();
        queues.service.setAttributes(DEAD_LETTERS, Map.of("MessageRetentionPeriod", "100"));
        receiveAndLet();
        receiveAndLet();
        queues.receive();

        assertThat(queues.receive(DEAD_LETTERS).get(0).sent()).isEqualTo(sent);
        queues.pass(40);

        assertThat(queues.receive(DEAD_LETTERS)).isEmpty();
    }

    @Test
    void returnsTheOthersWhenOneIsMoved() {
        queues.send("poison");
        receiveAndLet();
        receiveAndLet();
        queues.send("good");

        assertThat(QueueFixture.bodies(queues.receive())).containsExactly("good");
    }

    @Test
    void refusesPoliciesThatCannotWork() {
        assertThatThrownBy(
                () -> redrive("{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:none\",\"maxReceiveCount\":2}"))
                .hasMessageContaining("Dead letter target does not exist");
        assertThatThrownBy(() -> redrive("{\"maxReceiveCount\":2}"))
                .hasMessageContaining("deadLetterTargetArn and maxReceiveCount");
        assertThatThrownBy(() -> redrive("{\"deadLetterTargetArn\":\"a\",\"maxReceiveCount\":\"x\"}"))
                .hasMessageContaining("parameter RedrivePolicy is invalid");
        assertThatThrownBy(() -> redrive("not json")).isInstanceOf(SqsException.InvalidAttributeValue.class)
                .hasMessageContaining("not json");
    }

    @Test
    void readsReceiveCountsThatAreWrittenAsText() {
        var policy = RedrivePolicy.parse("{\"deadLetterTargetArn\":\"arn\",\"maxReceiveCount\":\"5\"}");

        assertThat(policy).isEqualTo(new RedrivePolicy("arn", 5));
    }

    private void redrive(String json) {
        queues.service.setAttributes(QUEUE, Map.of("RedrivePolicy", json));
    }

    private void receiveAndLet() {
        assertThat(queues.receive()).hasSize(1);
        queues.pass(30);
    }
}
