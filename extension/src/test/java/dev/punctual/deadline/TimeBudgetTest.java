package dev.punctual.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class TimeBudgetTest {

    @Test
    void takesFromANanosecondTo365Days() {
        assertThat(new TimeBudget(Duration.ofNanos(1)).value()).isEqualTo(Duration.ofNanos(1));
        assertThat(new TimeBudget(Duration.ofDays(365)).value()).isEqualTo(TimeBudget.LONGEST);
    }

    @Test
    void refusesWhatIsNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeBudget(Duration.ZERO))
                .withMessage("a time budget must be positive, was PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeBudget(Duration.ofMillis(-1)))
                .withMessage("a time budget must be positive, was PT-0.001S");
    }

    @Test
    void refusesMoreThanAStreamKeeps() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeBudget(Duration.ofDays(365).plusNanos(1)))
                .withMessage("a time budget must be at most 365 days, was PT8760H0.000000001S");
    }
}
