package dev.punctual.testkit.mapping;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.stream.IteratorPosition;

class SettingsTest {

    @Test
    void takesTheEndsOfAllRanges() {
        assertThatCode(() -> stream(s -> s.batchSize(10_000).batchingWindow(Duration.ofSeconds(300)).parallelizationFactor(10)
                .maximumRetryAttempts(10_000).maximumRecordAge(Duration.ofSeconds(604_800)))).doesNotThrowAnyException();
        assertThatCode(() -> queue(s -> s.batchSize(10_000).batchingWindow(Duration.ofSeconds(300)).maximumConcurrency(1_000)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesStreamSettingsOutOfRangeAndNamesThem() {
        assertThatThrownBy(() -> stream(s -> s.batchSize(0))).hasMessage("StreamMapping: batchSize must be 1 to 10000, was 0");
        assertThatThrownBy(() -> stream(s -> s.batchSize(10_001))).hasMessageContaining("was 10001");
        assertThatThrownBy(() -> stream(s -> s.batchingWindow(Duration.ofSeconds(301))))
                .hasMessageContaining("0 to 300, was 301");
        assertThatThrownBy(() -> stream(s -> s.batchingWindow(Duration.ofMillis(500)))).hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> stream(s -> s.parallelizationFactor(11))).hasMessageContaining("parallelizationFactor");
        assertThatThrownBy(() -> stream(s -> s.maximumRetryAttempts(-2))).hasMessageContaining("-1 to 10000, was -2");
        assertThatThrownBy(() -> stream(s -> s.maximumRecordAge(Duration.ofSeconds(59)))).hasMessageContaining("60 to 604800");
        assertThatThrownBy(() -> stream(s -> s.pollInterval(Duration.ZERO))).hasMessageContaining("above zero");
        assertThatThrownBy(() -> stream(s -> s.startingPosition(new IteratorPosition.AtSequenceNumber("1"))))
                .hasMessageContaining("Lambda does not start at sequence numbers");
    }

    @Test
    void refusesQueueSettingsOutOfRangeAndNamesThem() {
        assertThatThrownBy(() -> queue(s -> s.batchSize(11))).hasMessageContaining("needs a batchingWindow");
        assertThatThrownBy(() -> queue(s -> s.batchSize(0))).hasMessageContaining("1 to 10000, was 0");
        assertThatThrownBy(() -> queue(s -> s.maximumConcurrency(1))).hasMessageContaining("2 to 1000, was 1");
        assertThatThrownBy(() -> queue(s -> s.functionTimeout(Duration.ofSeconds(901)))).hasMessageContaining("1 to 900");
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("0 < initial <= maximum");
    }

    private static StreamMappingSettings stream(UnaryOperator<StreamMappingSettings.Builder> change) {
        return change.apply(StreamMappingSettings.of("orders", "notifier")).build();
    }

    private static QueueMappingSettings queue(UnaryOperator<QueueMappingSettings.Builder> change) {
        return change.apply(QueueMappingSettings.of("retries")).build();
    }
}
