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
import dev.punctual.retry.RetryDecision.AttemptsUsedUp;
import dev.punctual.retry.RetryDecision.DeadlineReached;
import dev.punctual.retry.RetryDecision.Park;
import dev.punctual.retry.RetryDecision.RetryInPlace;

/** C = 80 ms, G = 20 ms, so an attempt needs 100 ms; L = 500 ms. */
class RetryDecisionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Costs COSTS = new Costs(Duration.ofMillis(80), Duration.ofMillis(20), Duration.ofMillis(500));

    /** Draws exactly the given wait, whatever the bound. */
    private static RandomGenerator drawing(Duration wait) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return wait.toNanos();
            }

            @Override
            public long nextLong(long bound) {
                assertThat(wait.toNanos()).as("the fixture draws within the bound").isLessThan(bound);
                return wait.toNanos();
            }
        };
    }

    private static RetryDecision decide(Duration drawn, Duration base, Duration left, Duration invocation) {
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofDays(1)), 100, new Backoff(base, Duration.ofHours(2)),
                List.of());
        TimeFrame frame = new TimeFrame(NOW, new Deadline(NOW, NOW.plus(left)), NOW.plus(invocation), COSTS);
        return RetryDecision.afterFailure(policy, 50, frame, drawing(drawn));
    }

    private static RetryDecision parse(String decision) {
        String[] parts = decision.split(" ");
        return switch (parts[0]) {
            case "in-place" -> new RetryInPlace(Duration.parse(parts[1]));
            case "park" -> new Park(Duration.parse(parts[1]));
            default -> new DeadlineReached();
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            // drawn: the wait · base: the first backoff · left: D − now · invocation: R
            "no wait,                          PT0S,           PT0.2S, PT1M,      PT30S,   in-place PT0S",
            "under a second,                   PT0.999999999S, PT0.2S, PT1M,      PT30S,   in-place PT0.999999999S",
            "a second is parked,               PT1S,           PT0.2S, PT1M,      PT30S,   park PT1S",
            "whole seconds up,                 PT1.000000001S, PT0.2S, PT1M,      PT30S,   park PT2S",
            "R exactly enough,                 PT0.3S,         PT0.2S, PT1M,      PT0.4S,  in-place PT0.3S",
            "R a nanosecond short,             PT0.3S,         PT0.2S, PT1M,      PT0.399999999S, park PT1S",
            "R too short for no wait,          PT0S,           PT0.2S, PT1M,      PT0.05S, park PT0S",
            "slack exactly 0 and no wait,      PT0S,           PT0.2S, PT0.1S,    PT30S,   in-place PT0S",
            "slack exactly 0 and a wait,       PT0.1S,         PT0.2S, PT0.1S,    PT30S,   deadline",
            "slack negative,                   PT0S,           PT0.2S, PT0.099S,  PT30S,   deadline",
            "deadline passed,                  PT0S,           PT0.2S, PT-1S,     PT30S,   deadline",
            "slack equal to the wait,          PT0.5S,         PT0.2S, PT0.6S,    PT30S,   in-place PT0.5S",
            "cut to the slack,                 PT0.7S,         PT0.2S, PT0.6S,    PT30S,   in-place PT0.5S",
            "cut to the first backoff,         PT0.7S,         PT0.2S, PT0.3S,    PT30S,   in-place PT0.2S",
            "not cut below the first backoff,  PT0.7S,         PT0.2S, PT0.299999999S, PT30S, deadline",
            "cut and parked,                   PT60S,          PT0.2S, PT10S,     PT30S,   park PT9S",
            "fewer seconds than drawn,         PT5S,           PT0.2S, PT5.6S,    PT30S,   park PT5S",
            "one fewer for a nanosecond,       PT5S,           PT0.2S, PT5.599999999S, PT30S, park PT4S",
            "parked at once,                   PT1.2S,         PT0.2S, PT1.3S,    PT30S,   park PT0S",
            "slack for parking exactly 0,      PT1S,           PT1S,   PT1.1S,    PT0.1S,  park PT0S",
            "the queue too slow,               PT0.5S,         PT0.2S, PT0.6S,    PT0.3S,  park PT0S",
            "the queue too slow and R too,     PT0.4S,         PT0.2S, PT0.55S,   PT0.3S,  deadline",
            "900 s,                            PT15M,          PT0.2S, PT2H,      PT30S,   park PT900S",
            "at most 900 s,                    PT1H,           PT0.2S, PT2H,      PT30S,   park PT900S",
            "900 s rounded up are still 900,   PT14M59.5S,     PT0.2S, PT2H,      PT30S,   park PT900S" })
    void decides(String name, Duration drawn, Duration base, Duration left, Duration invocation, String expected) {
        assertThat(decide(drawn, base, left, invocation)).isEqualTo(parse(expected));
    }

    @Test
    void staysInPlaceForLessThanDrawnWhenTheQueueIsTooSlow() {
        // given: 1.2 s of slack and a queue that takes two
        Costs slowQueue = new Costs(Duration.ofMillis(80), Duration.ofMillis(20), Duration.ofSeconds(2));
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofDays(1)), 100,
                new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)), List.of());
        TimeFrame frame = new TimeFrame(NOW, new Deadline(NOW, NOW.plusMillis(1_300)), NOW.plusSeconds(30), slowQueue);

        // when
        RetryDecision decision = RetryDecision.afterFailure(policy, 50, frame, drawing(Duration.ofSeconds(3)));

        // then
        assertThat(decision).isEqualTo(new RetryInPlace(Duration.ofNanos(999_999_999)));
    }

    @ParameterizedTest
    @CsvSource({ "1, 1", "3, 3", "4, 3", "2147483647, 2147483647" })
    void givesUpWhenTheAttemptsAreUsedUpWhateverTimeIsLeft(int attempt, int maxAttempts) {
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofDays(1)), maxAttempts,
                new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)), List.of());
        TimeFrame frame = new TimeFrame(NOW, new Deadline(NOW, NOW.plusSeconds(60)), NOW.plusSeconds(30), COSTS);

        assertThat(RetryDecision.afterFailure(policy, attempt, frame, drawing(Duration.ZERO))).isEqualTo(new AttemptsUsedUp());
    }

    @Test
    void triesAgainUntilTheLastAttempt() {
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofDays(1)), 3,
                new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)), List.of());
        TimeFrame frame = new TimeFrame(NOW, new Deadline(NOW, NOW.plusSeconds(60)), NOW.plusSeconds(30), COSTS);

        assertThat(RetryDecision.afterFailure(policy, 2, frame, drawing(Duration.ZERO)))
                .isEqualTo(new RetryInPlace(Duration.ZERO));
    }
}
