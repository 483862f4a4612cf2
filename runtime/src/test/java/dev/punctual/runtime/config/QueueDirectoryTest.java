package dev.punctual.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.punctual.runtime.config.PunctualConfig.QueueConfig;
import dev.punctual.runtime.config.PunctualConfig.SourceConfig;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.runtime.config.QueueDirectory.Queue;

class QueueDirectoryTest {

    private static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/waiting-room";

    record Named(Optional<String> name, Optional<String> url) implements QueueConfig {
    }

    record Beside(Optional<String> name, QueueConfig retryQueue, QueueConfig deadLetterQueue,
            QueueConfig onFailureQueue) implements SourceConfig {

        Beside(QueueConfig retryQueue, QueueConfig deadLetterQueue, QueueConfig onFailureQueue) {
            this(Optional.empty(), retryQueue, deadLetterQueue, onFailureQueue);
        }

        static Beside named(String name) {
            return new Beside(Optional.of(name), UNSET, UNSET, UNSET);
        }
    }

    private static final QueueConfig UNSET = new Named(Optional.empty(), Optional.empty());

    private static QueueDirectory orders(QueueConfig retryQueue) {
        return new QueueDirectory(List.of("orders", "payments"), Map.of("orders", new Beside(retryQueue, UNSET, UNSET)));
    }

    @Test
    void namesQueuesAfterTheNameUnderWhichTheirSourceIsDeployed() {
        QueueDirectory queues = new QueueDirectory(List.of("orders"), Map.of("orders", Beside.named("orders-test")));

        assertThat(queues.of("orders-test", Purpose.RETRY).name()).isEqualTo("orders-test-retry");
        assertThat(queues.find("orders-test-on-failure").orElseThrow().source()).isEqualTo("orders-test");
    }

    @Test
    void refusesTwoSourcesOfOneName() {
        Map<String, SourceConfig> configured = Map.of("orders", Beside.named("payments"));

        assertThatThrownBy(() -> new QueueDirectory(List.of("orders", "payments"), configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quarkus.punctual.source: both 'orders' and 'payments' are named 'payments';"
                        + " give one of them another name");
    }

    @Test
    void namesQueuesByTheirSource() {
        QueueDirectory queues = new QueueDirectory(List.of("orders"), Map.of());

        assertThat(queues.of("orders", Purpose.RETRY))
                .isEqualTo(new Queue("orders", Purpose.RETRY, "orders-retry", Optional.empty()));
        assertThat(queues.of("orders", Purpose.DEAD_LETTER).name()).isEqualTo("orders-dead-letter");
        assertThat(queues.of("orders", Purpose.ON_FAILURE).name()).isEqualTo("orders-on-failure");
    }

    @Test
    void keepsToTheDefaultsWhereNothingIsSet() {
        assertThat(orders(UNSET).of("orders", Purpose.RETRY).name()).isEqualTo("orders-retry");
        assertThat(orders(UNSET).of("payments", Purpose.RETRY).name()).isEqualTo("payments-retry");
    }

    @Test
    void takesAConfiguredName() {
        QueueDirectory queues = orders(new Named(Optional.of("waiting-room"), Optional.empty()));

        assertThat(queues.of("orders", Purpose.RETRY))
                .isEqualTo(new Queue("orders", Purpose.RETRY, "waiting-room", Optional.empty()));
        assertThat(queues.of("orders", Purpose.DEAD_LETTER).name()).isEqualTo("orders-dead-letter");
        assertThat(queues.find("waiting-room")).contains(queues.of("orders", Purpose.RETRY));
        assertThat(queues.find("orders-retry")).isEmpty();
    }

    @Test
    void takesTheNameFromAConfiguredUrl() {
        QueueDirectory queues = orders(new Named(Optional.empty(), Optional.of(URL)));

        assertThat(queues.of("orders", Purpose.RETRY))
                .isEqualTo(new Queue("orders", Purpose.RETRY, "waiting-room", Optional.of(URL)));
        assertThat(queues.find("waiting-room")).isPresent();
    }

    @Test
    void takesAConfiguredNameBesideAUrl() {
        QueueDirectory queues = orders(new Named(Optional.of("named"), Optional.of(URL)));

        assertThat(queues.of("orders", Purpose.RETRY)).isEqualTo(new Queue("orders", Purpose.RETRY, "named", Optional.of(URL)));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void findsAQueueByItsName(Purpose purpose) {
        QueueDirectory queues = new QueueDirectory(List.of("orders", "payments"), Map.of());
        Queue queue = queues.of("payments", purpose);

        assertThat(queues.find(queue.name())).contains(queue);
    }

    @Test
    void findsNoQueueThatIsBesideNoSource() {
        QueueDirectory queues = new QueueDirectory(List.of("orders"), Map.of());

        assertThat(queues.find("orders")).isEmpty();
        assertThat(queues.find("payments-retry")).isEmpty();
    }

    @Test
    void sendsTheLettersOfARetryQueueToTheQueueOfItsOwner() {
        QueueDirectory queues = orders(new Named(Optional.of("waiting-room"), Optional.empty()));

        assertThat(queues.of("waiting-room", Purpose.DEAD_LETTER).name()).isEqualTo("orders-dead-letter");
        assertThat(queues.of("orders-on-failure", Purpose.DEAD_LETTER).name()).isEqualTo("orders-dead-letter");
        assertThat(queues.of("payments-retry", Purpose.DEAD_LETTER).source()).isEqualTo("payments");
    }

    @Test
    void namesQueuesOfASourceThatTheApplicationHasNotByDefault() {
        QueueDirectory queues = new QueueDirectory(List.of("orders"), Map.of());

        assertThat(queues.of("gone", Purpose.DEAD_LETTER))
                .isEqualTo(new Queue("gone", Purpose.DEAD_LETTER, "gone-dead-letter", Optional.empty()));
        assertThat(queues.find("gone-dead-letter")).isEmpty();
    }

    @Test
    void letsTwoSourcesShareAQueue() {
        QueueConfig shared = new Named(Optional.of("graveyard"), Optional.empty());
        SourceConfig beside = new Beside(UNSET, shared, UNSET);
        QueueDirectory queues = new QueueDirectory(List.of("orders", "payments"),
                Map.of("orders", beside, "payments", beside));

        assertThat(queues.of("orders", Purpose.DEAD_LETTER).name()).isEqualTo("graveyard");
        assertThat(queues.of("payments", Purpose.DEAD_LETTER).name()).isEqualTo("graveyard");
        assertThat(queues.find("graveyard")).map(Queue::purpose).contains(Purpose.DEAD_LETTER);
    }

    @Test
    void refusesAQueueOfTwoPurposes() {
        QueueConfig shared = new Named(Optional.of("orders-dead-letter"), Optional.empty());

        assertThatThrownBy(() -> orders(shared)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quarkus.punctual.source: the queue 'orders-dead-letter' is the retry queue of 'orders' and the"
                        + " dead-letter queue of 'orders'; give one of them another name");
    }
}
