package dev.punctual.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.punctual.deadline.Costs;
import dev.punctual.deadline.Deadline;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.deadline.TimeFrame;

/** Events that must not leave their place in line, and how long an event is parked. C + G = 100 ms, L = 500 ms. */
class RetryInPlaceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Costs COSTS = new Costs(Duration.ofMillis(80), Duration.ofMillis(20), Duration.ofMillis(500));

    private static TimeFrame frame(Duration left, Duration invocation) {
        return new TimeFrame(NOW, new Deadline(NOW, NOW.plus(left)), NOW.plus(invocation), COSTS);
    }

    private static RetryDecision decide(int attempt, Duration drawn, Duration left, Duration invocation) {
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofDays(1)), 10,
                new Backoff(Duration.ofMillis(200), Duration.ofHours(2)), List.of());
        RandomGenerator random = new RandomGenerator() {
            @Override
            public long nextLong() {
                return drawn.toNanos();
            }

            @Override
            public long nextLong(long bound) {
                return Math.min(bound - 1, drawn.toNanos());
            }
        };
        return RetryDecision.inPlace(policy, attempt, frame(left, invocation), random);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            // drawn · left: D − now · invocation: R · the wait in place
            "under a second,           PT0.3S, PT1M,   PT30S,  PT0.3S",
            "a second and more,        PT4S,   PT1M,   PT30S,  PT4S",
            "R exactly enough,         PT4S,   PT1M,   PT4.1S, PT4S",
            "cut to the slack,         PT9S,   PT5.1S, PT30S,  PT5S",
            "cut to the first backoff, PT9S,   PT0.3S, PT30S,  PT0.2S" })
    void waitsInPlace(String situation, Duration drawn, Duration left, Duration invocation, Duration wait) {
        assertThat(decide(9, drawn, left, invocation)).isEqualTo(new RetryDecision.RetryInPlace(wait));
    }

    @Test
    void returnsToItsSourceWhereTheInvocationIsTooShortToWait() {
        assertThat(decide(9, Duration.ofSeconds(4), Duration.ofMinutes(1), Duration.ofMillis(4_099)))
                .isEqualTo(new RetryDecision.ReturnToSource());
    }

    @Test
    void givesUpWhereLessThanTheFirstBackoffIsLeft() {
        assertThat(decide(9, Duration.ofSeconds(4), Duration.ofMillis(299), Duration.ofSeconds(30)))
                .isEqualTo(new RetryDecision.DeadlineReached());
    }

    @Test
    void givesUpWhenTheAttemptsAreUsedUp() {
        assertThat(decide(10, Duration.ZERO, Duration.ofMinutes(1), Duration.ofSeconds(30)))
                .isEqualTo(new RetryDecision.AttemptsUsedUp());
    }

    @ParameterizedTest(name = "{0} of {1} left")
    @CsvSource({
            "PT0S,    PT10S,   PT0S",
            "PT0.1S,  PT10S,   PT1S",
            "PT3S,    PT10S,   PT3S",
            "PT30S,   PT10S,   PT9S",
            "PT0.1S,  PT0.6S,  PT0S",
            "PT20M,   PT2H,    PT15M" })
    void parksForWholeSecondsWithinTheDeadlineAndFifteenMinutes(Duration delay, Duration left, Duration parked) {
        assertThat(RetryDecision.park(frame(left, Duration.ZERO), delay)).contains(new RetryDecision.Park(parked));
    }

    @Test
    void doesNotParkWhatTheRetryQueueIsTooSlowFor() {
        assertThat(RetryDecision.park(frame(Duration.ofMillis(599), Duration.ZERO), Duration.ZERO)).isEmpty();
    }
}
