package dev.punctual.template.cost;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumptionsTest {

    @ParameterizedTest
    @CsvSource({ "0, 20, 1024, 0.01, 500, 'hours must be at least 1, was 0'",
            "730, 0, 1024, 0.01, 500, 'poll in seconds must be at least 1, was 0'",
            "730, 20, 0, 0.01, 500, 'eventBytes must be at least 1, was 0'",
            "730, 20, 1024, 1.5, 500, 'parked must be a share from 0 to 1, was 1.5'",
            "730, 20, 1024, -0.1, 500, 'parked must be a share from 0 to 1, was -0.1'",
            "730, 20, 1024, 0.01, -1, 'invocationLogBytes must not be negative, was -1'" })
    void outOfTheirRangesAreRefused(int hours, int poll, int bytes, BigDecimal parked, int logs, String message) {
        assertThatThrownBy(() -> new Assumptions(hours, 5, Duration.ofSeconds(poll), bytes, Duration.ofMillis(5), parked,
                BigDecimal.ZERO, logs, 100, Duration.ofMinutes(5))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
