package dev.punctual.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadline.TimeBudget;

class RetryPolicyTest {

    private static final TimeBudget BUDGET = new TimeBudget(Duration.ofSeconds(5));

    private static Backoff backoff(Duration base) {
        return new Backoff(base, Duration.ofSeconds(10));
    }

    @Test
    void takesABackoffAsLongAsTheBudget() {
        RetryPolicy policy = new RetryPolicy(BUDGET, 1, backoff(Duration.ofSeconds(5)), List.of());

        assertThat(policy.backoff().base()).isEqualTo(BUDGET.value());
    }

    @Test
    void refusesABackoffLongerThanTheBudget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(BUDGET, 1, backoff(Duration.ofMillis(5_001)), List.of()))
                .withMessage("backoff must not be longer than the budget PT5S, was PT5.001S");
    }

    @Test
    void refusesFewerThanOneAttempt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(BUDGET, 0, backoff(Duration.ofMillis(1)), List.of()))
                .withMessage("maxAttempts must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(BUDGET, Integer.MIN_VALUE, backoff(Duration.ofMillis(1)), List.of()))
                .withMessage("maxAttempts must be at least 1, was -2147483648");
    }

    @Test
    void takesPermanentExceptionsAndTheirSubclassesForPermanent() {
        RetryPolicy policy = new RetryPolicy(BUDGET, 3, backoff(Duration.ofMillis(1)),
                List.of(IllegalArgumentException.class, IOException.class));

        assertThat(policy.isPermanent(new IllegalArgumentException())).isTrue();
        assertThat(policy.isPermanent(new NumberFormatException())).isTrue();
        assertThat(policy.isPermanent(new java.io.FileNotFoundException())).isTrue();
    }

    @Test
    void takesOtherExceptionsAndCausesForPassing() {
        RetryPolicy policy = new RetryPolicy(BUDGET, 3, backoff(Duration.ofMillis(1)), List.of(IOException.class));

        assertThat(policy.isPermanent(new IllegalStateException())).isFalse();
        assertThat(policy.isPermanent(new Exception())).isFalse();
        assertThat(policy.isPermanent(new UncheckedIOException(new IOException()))).isFalse();
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<Class<? extends Throwable>> permanent = new ArrayList<>(List.of(IOException.class));
        RetryPolicy policy = new RetryPolicy(BUDGET, 3, backoff(Duration.ofMillis(1)), permanent);

        permanent.clear();

        assertThat(policy.isPermanent(new IOException())).isTrue();
    }
}
