package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AttemptCostTest {

    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final AttemptCost cost = new AttemptCost(Optional.empty(), BUDGET);

    private void learn(int times, long millis) {
        IntStream.range(0, times).forEach(i -> cost.learn(Duration.ofMillis(millis)));
    }

    @Test
    void expectsNothingBeforeTheFirstAttempt() {
        assertThat(cost.expected()).isZero();
    }

    @Test
    void learnsFromTheFirstAttempts() {
        cost.learn(Duration.ofMillis(20));
        assertThat(cost.expected()).isEqualTo(Duration.ofMillis(20));

        cost.learn(Duration.ofMillis(50));
        assertThat(cost.expected()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void expectsThe99thPercentileOfTheLatestAttempts() {
        // given: 128 attempts of 1 to 128 ms
        IntStream.rangeClosed(1, 128).forEach(millis -> cost.learn(Duration.ofMillis(millis)));

        // then: the smallest that 99 % do not exceed, 127 of 128
        assertThat(cost.expected()).isEqualTo(Duration.ofMillis(127));
    }

    @Test
    void isNotMisledByOneSlowAttemptAmongMany() {
        learn(127, 10);
        learn(1, 4_000);

        assertThat(cost.expected()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void staysAtHalfTheBudgetAtMost() {
        learn(200, 60_000);

        assertThat(cost.expected()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void recoversOnceTheSlowSpellHasLeftItsWindow() {
        // given
        learn(500, 60_000);
        assertThat(cost.expected()).isEqualTo(Duration.ofSeconds(5));

        // when: its window of 128 attempts, and the 16 that may pass until it looks again
        learn(128 + 16, 10);

        // then
        assertThat(cost.expected()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void noticesASlowSpellWithinSixteenAttempts() {
        learn(500, 10);
        learn(16, 3_000);

        assertThat(cost.expected()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void keepsToWhatIsConfigured() {
        // given
        AttemptCost configured = new AttemptCost(Optional.of(Duration.ofSeconds(8)), BUDGET);

        // when
        IntStream.range(0, 200).forEach(i -> configured.learn(Duration.ofMillis(1)));

        // then: neither learned nor cut to half the budget
        assertThat(configured.expected()).isEqualTo(Duration.ofSeconds(8));
    }
}
