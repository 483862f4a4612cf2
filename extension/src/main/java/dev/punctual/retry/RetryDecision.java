package dev.punctual.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeFrame;

/** What becomes of an event after a failed attempt. */
public sealed interface RetryDecision {

    /**
     * Waits where it is and tries again.
     *
     * @param delay less than {@link #LONGEST_IN_PLACE}
     */
    record RetryInPlace(Duration delay) implements RetryDecision {
    }

    /**
     * Hands the event to the retry queue.
     *
     * @param delay whole seconds from 0 to 900, as SQS takes them
     */
    record Park(Duration delay) implements RetryDecision {
    }

    /** Makes the event a dead letter: its time budget has no room for another attempt. */
    record DeadlineReached() implements RetryDecision {
    }

    /** Makes the event a dead letter: its attempts are used up. */
    record AttemptsUsedUp() implements RetryDecision {
    }

    /** Waits from here on are spent in the retry queue: SQS delays are whole seconds. */
    Duration LONGEST_IN_PLACE = Duration.ofSeconds(1);

    /** The longest delay of an SQS message. */
    Duration LONGEST_PARKED = Duration.ofSeconds(900);

    /**
     * Decides, once and purely.
     *
     * <p>
     * A wait that was drawn longer than the deadline leaves is cut to what it leaves, so that there is one last attempt;
     * but not below the policy's first backoff, or attempts would crowd ever closer before the deadline. Where the
     * invocation is too short to wait in place, or the wait is a second or more, the event is parked, if need be for fewer
     * seconds than were drawn; where the retry queue would be too slow, it stays in place after all; only when neither can
     * meet the deadline is it given up.
     *
     * @param attempt the attempt that failed, 1 for the first
     */
    static RetryDecision afterFailure(RetryPolicy policy, int attempt, TimeFrame frame, RandomGenerator random) {
        if (attempt >= policy.maxAttempts()) {
            return new AttemptsUsedUp();
        }
        Duration drawn = policy.backoff().draw(attempt, random);
        if (drawn.compareTo(frame.slack()) > 0 && frame.slack().compareTo(policy.backoff().base()) < 0) {
            return new DeadlineReached();
        }
        Duration delay = Durations.min(drawn, frame.slack());
        if (delay.compareTo(LONGEST_IN_PLACE) < 0 && frame.attemptFitsInvocation(delay)) {
            return new RetryInPlace(delay);
        }
        Duration slackForParking = frame.slackForParking();
        if (!slackForParking.isNegative()) {
            return new Park(secondsWithin(delay, Durations.min(slackForParking, LONGEST_PARKED)));
        }
        Duration shortened = Durations.min(delay, LONGEST_IN_PLACE.minusNanos(1));
        return frame.attemptFitsInvocation(shortened) ? new RetryInPlace(shortened) : new DeadlineReached();
    }

    private static Duration secondsWithin(Duration delay, Duration atMost) {
        Duration whole = Durations.ceilToSeconds(delay);
        return whole.compareTo(atMost) <= 0 ? whole : Duration.ofSeconds(atMost.getSeconds());
    }
}
