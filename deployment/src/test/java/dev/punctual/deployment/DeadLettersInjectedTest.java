package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.DeadLetterQueues;
import dev.punctual.DeadLetters;
import dev.punctual.OnEvent;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.Reason;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An application that looks at its own dead letters, in queues at the local endpoint. */
class DeadLettersInjectedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class)
            .overrideRuntimeConfigKey("quarkus.punctual.source.\"orders\".dead-letter-queue.name", "orders-graveyard")
            .setBeforeAllCustomizer(() -> LocalSqs.start("orders-graveyard", "orders-retry"))
            .setAfterAllCustomizer(() -> LocalSqs.stop());

    @ApplicationScoped
    static class Orders {

        @OnEvent(stream = "orders")
        void onOrder(byte[] order) {
        }
    }

    @Inject
    DeadLetters letters;

    @Inject
    DeadLetterQueues queues;

    @Inject
    SqsClient sqs;

    @Test
    void findsExplainsAndRedrivesWhatIsInTheConfiguredQueue() {
        String graveyard = sqs.getQueueUrl(request -> request.queueName("orders-graveyard")).queueUrl();
        sqs.sendMessage(request -> request.queueUrl(graveyard).messageBody("from somewhere else"));

        assertThat(letters.groups(LetterFilter.ALL)).singleElement()
                .satisfies(group -> assertThat(group.key().reason()).isEqualTo(Reason.ABANDONED));
        assertThat(queues.of("orders").redrive(LetterFilter.ALL, OperationOptions.by("a test"), progress -> {
        }).done()).isEqualTo(1);
        assertThat(letters.groups(LetterFilter.ALL)).isEmpty();
    }

    @Test
    void saysWhichSourcesThereAre() {
        assertThat(queues.sources()).containsExactly("orders");
        assertThatThrownBy(() -> queues.of("payments")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'payments'").hasMessageContaining("there are orders");
    }
}
