package dev.punctual.template.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import dev.punctual.deadline.Deadline;
import dev.punctual.deadline.TimeFrame;
import dev.punctual.retry.RetryDecision;

/** Counts the attempts of an event whose waits are each drawn at half their bound, with the engine's own decisions. */
final class TypicalAttempts {

    /** Beyond this the number is of no interest. */
    static final int MOST_COUNTED = 100;

    private static final RandomGenerator HALF = new RandomGenerator() {

        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound / 2;
        }
    };

    private final Journey journey;
    private final Deadline deadline;
    private Duration coldStart;
    private Duration start;
    private Duration invocationEnd;

    /**
     * @param first when the first attempt starts
     * @param coldStart what the first message in the retry queue waits for an environment
     */
    TypicalAttempts(Journey journey, Duration first, Duration coldStart) {
        this.journey = journey;
        this.deadline = new Deadline(Instant.EPOCH, Instant.EPOCH.plus(journey.budget()));
        this.coldStart = coldStart;
        this.start = first;
        this.invocationEnd = first.plus(journey.firstTimeout());
    }

    int count() {
        int most = Math.min(journey.policy().maxAttempts(), MOST_COUNTED);
        int made = 0;
        while (made < most && start.compareTo(journey.lastStart()) <= 0) {
            made++;
            if (!proceed(decide(made))) {
                return made;
            }
        }
        return made;
    }

    /** When the last attempt that was counted, or one that came too late, started. */
    Duration start() {
        return start;
    }

    private Duration end() {
        return start.plus(journey.costs().attempt());
    }

    private RetryDecision decide(int attempt) {
        TimeFrame frame = new TimeFrame(Instant.EPOCH.plus(end()), deadline, Instant.EPOCH.plus(invocationEnd),
                journey.planned());
        return journey.mayPark() ? RetryDecision.afterFailure(journey.policy(), attempt, frame, HALF)
                : RetryDecision.inPlace(journey.policy(), attempt, frame, HALF);
    }

    private boolean proceed(RetryDecision decision) {
        if (decision instanceof RetryDecision.RetryInPlace retry) {
            start = end().plus(retry.delay());
            return true;
        }
        if (decision instanceof RetryDecision.Park park) {
            startAnew(park.delay().plus(journey.costs().queueLatency()).plus(coldStart), journey.retryTimeout());
            coldStart = Duration.ZERO;
            return true;
        }
        if (decision instanceof RetryDecision.ReturnToSource) {
            startAnew(Estimates.REDELIVERY, journey.firstTimeout());
            return true;
        }
        return false;
    }

    private void startAnew(Duration wait, Duration timeout) {
        start = end().plus(wait);
        invocationEnd = start.plus(timeout);
    }
}
