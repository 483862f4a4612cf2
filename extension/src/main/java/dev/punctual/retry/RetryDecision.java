package dev.punctual.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeFrame;

/** What becomes of an event after a failed attempt. */
public sealed interface RetryDecision {

    /**
     * Waits where it is and tries again.
     *
     * @param delay less than {@link #LONGEST_IN_PLACE}, unless it must not leave its place
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
     * Returns the event to its source: it must not leave its place in line, and this invocation is too short to wait for it
     * there.
     */
    record ReturnToSource() implements RetryDecision {
    }

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
        if (isTooLate(policy, drawn, frame)) {
            return new DeadlineReached();
        }
        Duration delay = Durations.min(drawn, frame.slack());
        if (delay.compareTo(LONGEST_IN_PLACE) < 0 && frame.attemptFitsInvocation(delay)) {
            return new RetryInPlace(delay);
        }
        Optional<Park> park = park(frame, delay);
        if (park.isPresent()) {
            return park.get();
        }
        Duration shortened = Durations.min(delay, LONGEST_IN_PLACE.minusNanos(1));
        return frame.attemptFitsInvocation(shortened) ? new RetryInPlace(shortened) : new DeadlineReached();
    }

    /**
     * Decides for an event that must not leave its place in line, once and purely: as {@link #afterFailure}, except that
     * every wait is spent in place, and that an event whose wait does not fit the invocation returns to its source.
     *
     * @param attempt the attempt that failed, 1 for the first
     */
    static RetryDecision inPlace(RetryPolicy policy, int attempt, TimeFrame frame, RandomGenerator random) {
        if (attempt >= policy.maxAttempts()) {
            return new AttemptsUsedUp();
        }
        Duration drawn = policy.backoff().draw(attempt, random);
        if (isTooLate(policy, drawn, frame)) {
            return new DeadlineReached();
        }
        Duration delay = Durations.min(drawn, frame.slack());
        return frame.attemptFitsInvocation(delay) ? new RetryInPlace(delay) : new ReturnToSource();
    }

    private static boolean isTooLate(RetryPolicy policy, Duration drawn, TimeFrame frame) {
        return drawn.compareTo(frame.slack()) > 0 && frame.slack().compareTo(policy.backoff().base()) < 0;
    }

    /**
     * How an event is parked for a while, for fewer seconds if its deadline asks for it.
     *
     * @param delay what it is to wait
     * @return nothing where the retry queue would be too slow for the deadline
     */
    static Optional<Park> park(TimeFrame frame, Duration delay) {
        Duration atMost = Durations.min(frame.slackForParking(), LONGEST_PARKED);
        if (atMost.isNegative()) {
            return Optional.empty();
        }
        Duration whole = Durations.ceilToSeconds(delay);
        return Optional.of(new Park(whole.compareTo(atMost) <= 0 ? whole : Duration.ofSeconds(atMost.getSeconds())));
    }
}
