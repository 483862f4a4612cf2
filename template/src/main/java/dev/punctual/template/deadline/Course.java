package dev.punctual.template.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import dev.punctual.deadline.Costs;
import dev.punctual.deadline.Deadline;
import dev.punctual.deadline.TimeFrame;
import dev.punctual.retry.RetryDecision;
import dev.punctual.retry.RetryPolicy;

/**
 * The course of an event whose every attempt fails, decided by the engine's own rules.
 *
 * @param attempts how many it gets; {@link #MANY} stands for that many and more
 * @param lastStart when the last one starts, from the event's arrival
 */
record Course(int attempts, Duration lastStart) {

    static final int MANY = 1_000;

    /**
     * Where an event meets its functions.
     *
     * @param first when its first attempt starts, from its arrival
     * @param inPlace whether it must not leave its place in line
     * @param timeout how long an invocation lasts
     * @param parked what the start of the retry function adds to a wait in the retry queue
     */
    record Way(Duration first, boolean inPlace, Duration timeout, Duration parked) {
    }

    /**
     * @param luck how much of its bound each wait takes: 0 for none of it, 1 for all
     */
    static Course of(RetryPolicy policy, Costs costs, Way way, double luck) {
        RandomGenerator random = new Drawn(luck);
        Deadline deadline = new Deadline(Instant.EPOCH, Instant.EPOCH.plus(policy.budget().value()));
        Instant now = Instant.EPOCH.plus(way.first());
        Instant end = now.plus(way.timeout());
        Duration lastStart = Duration.ZERO;
        int attempts = 0;
        while (attempts < MANY) {
            TimeFrame frame = new TimeFrame(now, deadline, end, costs);
            if (!frame.attemptMeetsDeadline(Duration.ZERO)) {
                break;
            }
            attempts++;
            lastStart = Duration.between(Instant.EPOCH, now);
            now = now.plus(costs.attempt());
            TimeFrame after = new TimeFrame(now, deadline, end, costs);
            RetryDecision decision = way.inPlace() ? RetryDecision.inPlace(policy, attempts, after, random)
                    : RetryDecision.afterFailure(policy, attempts, after, random);
            if (decision instanceof RetryDecision.RetryInPlace wait) {
                now = now.plus(wait.delay());
            } else if (decision instanceof RetryDecision.Park park) {
                now = now.plus(park.delay()).plus(costs.queueLatency()).plus(way.parked());
                end = now.plus(way.timeout());
            } else if (decision instanceof RetryDecision.ReturnToSource) {
                now = now.plus(Estimates.POLL);
                end = now.plus(way.timeout());
            } else {
                break;
            }
        }
        return new Course(attempts, lastStart);
    }

    /** Draws the same part of every bound. */
    private record Drawn(double luck) implements RandomGenerator {

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("only waits are drawn, which have a bound");
        }

        @Override
        public long nextLong(long bound) {
            return Math.round((bound - 1) * luck);
        }
    }
}
