package dev.punctual.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.punctual.deadline.TimeBudget;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({ "1, PT0.2S", "2, PT0.4S", "3, PT0.8S", "6, PT6.4S", "7, PT10S", "8, PT10S", "10000, PT10S",
            "2147483647, PT10S" })
    void doublesUpToTheCap(int attempt, Duration bound) {
        assertThat(backoff.bound(attempt)).isEqualTo(bound);
    }

    @Test
    void reachesTheCapExactly() {
        assertThat(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4)).bound(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)).bound(1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doesNotOverflowForTheShortestBaseAndTheLongestCap() {
        Backoff widest = new Backoff(Duration.ofNanos(1), TimeBudget.LONGEST);

        assertThat(widest.bound(10_000)).isEqualTo(TimeBudget.LONGEST);
        assertThat(widest.bound(Integer.MAX_VALUE)).isEqualTo(TimeBudget.LONGEST);
        assertThat(widest.draw(10_000, new Random(1))).isBetween(Duration.ZERO, TimeBudget.LONGEST);
    }

    @Test
    void isTheSmallerOfCapAndDoubledBaseForAnySetting() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            // given
            long base = 1 + random.nextLong(1L << (1 + random.nextInt(54)));
            long cap = base + random.nextLong(TimeBudget.LONGEST.toNanos() - base + 1);
            int attempt = 1 + random.nextInt(80);

            // when
            Duration bound = new Backoff(Duration.ofNanos(base), Duration.ofNanos(cap)).bound(attempt);

            // then
            BigInteger doubled = BigInteger.valueOf(base).shiftLeft(attempt - 1);
            assertThat(bound.toNanos()).as("base %s, cap %s, attempt %s", base, cap, attempt)
                    .isEqualTo(doubled.min(BigInteger.valueOf(cap)).longValueExact());
        }
    }

    @Test
    void drawsFromZeroToTheBoundBothIncluded() {
        RandomGenerator lowest = () -> 0L;
        Backoff twoNanos = new Backoff(Duration.ofNanos(2), Duration.ofNanos(2));
        Random random = new Random(3);

        assertThat(backoff.draw(1, lowest)).isZero();
        assertThat(random.ints(200).mapToObj(i -> twoNanos.draw(1, random)).distinct())
                .containsExactlyInAnyOrder(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(2));
    }

    @Test
    void spreadsWaitsOverTheWholeRange() {
        // given
        Random random = new Random(11);

        // when
        double mean = random.ints(10_000).mapToLong(i -> backoff.draw(2, random).toNanos()).average().orElseThrow();

        // then
        assertThat(mean).isBetween(0.19e9, 0.21e9);
    }

    @Test
    void refusesABaseThatIsNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessage("backoff must be positive, was PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ofSeconds(-1), Duration.ofSeconds(1)))
                .withMessage("backoff must be positive, was PT-1S");
    }

    @Test
    void refusesACapBelowTheBaseOrBeyondEveryBudget() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessage("maxBackoff must not be shorter than backoff PT2S, was PT1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), TimeBudget.LONGEST.plusNanos(1)))
                .withMessage("maxBackoff must be at most 365 days, was PT8760H0.000000001S");
    }
}
