package dev.punctual.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.punctual.deadline.Costs;
import dev.punctual.deadline.Deadline;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.deadline.TimeFrame;

/** Holds invariants 6 (no attempt starts too late) and 7 (no event is parked past its deadline) in any situation. */
class RetryDecisionPropertyTest {

    private static final int SITUATIONS = 100_000;

    private enum Kind {
        IN_PLACE,
        PARK,
        DEADLINE,
        ATTEMPTS
    }

    private record Situation(RetryPolicy policy, int attempt, TimeFrame frame) {
    }

    private final Random random = new Random(20260101);
    private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);

    @Test
    void noDecisionStartsAnAttemptTooLateOrParksPastTheDeadline() {
        for (int i = 0; i < SITUATIONS; i++) {
            Situation situation = situation();
            RetryDecision decision = RetryDecision.afterFailure(situation.policy, situation.attempt, situation.frame, random);
            String violation = violation(situation, decision);
            assertThat(violation).as("%s → %s", situation, decision).isEmpty();
        }
        assertThat(seen).as("every kind of decision is seen often").hasSize(Kind.values().length)
                .allSatisfy((kind, count) -> assertThat(count).isGreaterThan(1_000));
    }

    private Situation situation() {
        Duration base = upTo(Duration.ofSeconds(5)).plusNanos(1);
        Duration cap = base.plus(upTo(random.nextBoolean() ? Duration.ofSeconds(20) : Duration.ofHours(3)));
        RetryPolicy policy = new RetryPolicy(new TimeBudget(base.plus(upTo(Duration.ofHours(5)))), 1 + random.nextInt(40),
                new Backoff(base, cap), List.of());
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plus(upTo(Duration.ofDays(1)));
        Duration left = upTo(longest()).minus(upTo(Duration.ofSeconds(1)));
        Deadline deadline = new Deadline(now.minusSeconds(1), now.plus(left));
        Costs costs = new Costs(upTo(Duration.ofSeconds(2)), upTo(Duration.ofSeconds(1)), upTo(Duration.ofSeconds(3)));
        Instant end = now.plus(upTo(Duration.ofSeconds(random.nextBoolean() ? 2 : 900)));
        return new Situation(policy, 1 + random.nextInt(40), new TimeFrame(now, deadline, end, costs));
    }

    private Duration longest() {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ofSeconds(3);
            case 1 -> Duration.ofMinutes(1);
            default -> Duration.ofHours(4);
        };
    }

    /** Whole seconds now and then, so that limits are met exactly. */
    private Duration upTo(Duration most) {
        return random.nextInt(4) == 0 ? Duration.ofSeconds(random.nextLong(most.toSeconds() + 1))
                : Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }

    private String violation(Situation situation, RetryDecision decision) {
        TimeFrame frame = situation.frame;
        Duration attempt = frame.costs().attempt().plus(frame.costs().guard());
        if (decision instanceof RetryDecision.RetryInPlace inPlace) {
            return count(Kind.IN_PLACE, violationInPlace(frame, inPlace.delay(), attempt));
        }
        if (decision instanceof RetryDecision.Park park) {
            return count(Kind.PARK, violationParked(frame, park.delay(), attempt));
        }
        if (decision instanceof RetryDecision.AttemptsUsedUp) {
            return count(Kind.ATTEMPTS, situation.attempt < situation.policy.maxAttempts() ? "attempts are left" : "");
        }
        boolean fits = !frame.now().plus(situation.policy.backoff().cap()).plus(attempt).plus(frame.costs().queueLatency())
                .isAfter(frame.deadline().at());
        return count(Kind.DEADLINE, fits ? "any wait would have met the deadline" : "");
    }

    private static String violationInPlace(TimeFrame frame, Duration delay, Duration attempt) {
        Instant ends = frame.now().plus(delay).plus(attempt);
        if (delay.isNegative() || delay.compareTo(Duration.ofSeconds(1)) >= 0) {
            return "waits in place for " + delay;
        }
        if (ends.isAfter(frame.deadline().at())) {
            return "ends after the deadline";
        }
        return ends.isAfter(frame.invocationEnd()) ? "ends after the invocation" : "";
    }

    private static String violationParked(TimeFrame frame, Duration delay, Duration attempt) {
        if (delay.isNegative() || delay.getSeconds() > 900 || delay.getNano() != 0) {
            return "is parked for " + delay;
        }
        Instant ends = frame.now().plus(delay).plus(frame.costs().queueLatency()).plus(attempt);
        return ends.isAfter(frame.deadline().at()) ? "comes back too late" : "";
    }

    private String count(Kind kind, String violation) {
        seen.merge(kind, 1, Integer::sum);
        return violation;
    }
}
