package dev.punctual.template.deadline;

import java.time.Duration;

import dev.punctual.deadline.Durations;
import dev.punctual.retry.RetryDecision;

/**
 * Counts the attempts that an event gets whatever waits are drawn: a lower bound of what the engine does.
 *
 * <p>
 * A draw at its bound is the worst, since a later attempt leaves less room for others. The engine cuts a wait to what the
 * deadline leaves, unless that is less than the first backoff; so the count ends there.
 */
final class FewestAttempts {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Journey journey;
    private final Duration first;
    private final Duration coldStart;
    private final int atMost;

    /**
     * @param first when the first attempt starts
     * @param coldStart what the first message in the retry queue waits for an environment
     */
    FewestAttempts(Journey journey, Duration first, Duration coldStart) {
        this.journey = journey;
        this.first = first;
        this.coldStart = coldStart;
        this.atMost = Math.min(journey.policy().maxAttempts(), Estimates.FAILURES_IN_A_ROW);
    }

    int count() {
        if (first.compareTo(journey.lastStart()) > 0) {
            return 0;
        }
        int fewest = count(0);
        // A cold start costs an attempt where it makes a message late: which of them is the first, the draws decide.
        for (int parked = 1; !coldStart.isZero() && parked <= fewest; parked++) {
            fewest = Math.min(fewest, count(parked));
        }
        return fewest;
    }

    /** @param firstParked after which attempt the event is parked for the first time; 0 if no start is cold */
    private int count(int firstParked) {
        Duration start = first;
        for (int attempt = 1; attempt < atMost; attempt++) {
            Duration end = start.plus(journey.costs().attempt());
            Duration slack = journey.lastPlanned().minus(end);
            if (!goesOn(end, slack)) {
                return attempt;
            }
            if (attempt == firstParked && mayBeParked(attempt, end, slack)) {
                start = end.plus(Durations.min(parked(attempt), slack)).plus(coldStart);
                if (start.compareTo(journey.lastStart()) > 0) {
                    return attempt;
                }
            } else {
                Duration wait = attempt < firstParked ? Durations.min(bound(attempt), SECOND) : longest(attempt, end, slack);
                start = Durations.min(end.plus(wait), journey.lastPlanned());
            }
        }
        return atMost;
    }

    private boolean goesOn(Duration end, Duration slack) {
        boolean drawIsCut = slack.compareTo(journey.policy().backoff().base()) >= 0;
        boolean someWayLeads = !journey.mayPark() || slack.compareTo(journey.costs().queueLatency()) >= 0
                || fitsInvocation(end, slack);
        return drawIsCut && someWayLeads;
    }

    private boolean mayBeParked(int attempt, Duration end, Duration slack) {
        return journey.mayPark() && slack.compareTo(journey.costs().queueLatency()) >= 0
                && (bound(attempt).compareTo(SECOND) >= 0 || !fitsInvocation(end, bound(attempt)));
    }

    private Duration longest(int attempt, Duration end, Duration slack) {
        if (!journey.mayPark()) {
            return fitsInvocation(end, bound(attempt)) ? bound(attempt) : bound(attempt).plus(Estimates.LONGEST_REDELIVERY);
        }
        return mayBeParked(attempt, end, slack) ? Spans.max(parked(attempt), Durations.min(bound(attempt), SECOND))
                : Durations.min(bound(attempt), SECOND);
    }

    private Duration parked(int attempt) {
        Duration whole = Spans.max(Durations.ceilToSeconds(bound(attempt)), SECOND);
        return Durations.min(whole, RetryDecision.LONGEST_PARKED).plus(journey.costs().queueLatency());
    }

    private Duration bound(int attempt) {
        return journey.policy().backoff().bound(attempt);
    }

    /** Whether every invocation that the event can be in by then lasts for an attempt after a wait. */
    private boolean fitsInvocation(Duration end, Duration wait) {
        Duration shorter = journey.mayPark() ? Durations.min(journey.firstTimeout(), journey.retryTimeout())
                : journey.firstTimeout();
        return end.minus(first).plus(wait).plus(journey.planned().attemptAndGuard()).compareTo(shorter) <= 0;
    }
}
