package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.punctual.spi.Outcome;

class OutcomesTest {

    private final Outcomes outcomes = new Outcomes(2);
    private final Share first = Deliveries.any(0);
    private final Share second = Deliveries.any(1);

    @Test
    void aShareIsSettledOnce() {
        outcomes.track(first);

        assertThat(outcomes.settle(first, Outcome.HANDLED)).isTrue();
        assertThat(outcomes.settle(first, Outcome.IGNORED)).isFalse();

        assertThat(outcomes.all().get(0)).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void whatIsNotSettledIsLeft() {
        outcomes.track(first);
        outcomes.track(second);
        outcomes.settle(first, Outcome.HANDLED);

        assertThat(outcomes.left()).containsExactly(second);
        assertThat(outcomes.unfinished()).as("settled, not told").isEqualTo(2);
        outcomes.told();
        assertThat(outcomes.unfinished()).isEqualTo(1);
    }

    @Test
    void anItemOfNobodyReturnsToItsSource() {
        assertThat(outcomes.all()).hasSize(2).noneMatch(Outcome::acknowledged);
    }
}
