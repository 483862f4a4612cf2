package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.List;

import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.finding.Finding;

/** Finds retries that are asked for and do not fit. */
final class Retries {

    private Retries() {
    }

    static List<Finding> of(Situation situation, Promise promise) {
        RetryPolicy policy = promise.policy();
        Attempts attempts = promise.warm().attempts();
        if (attempts.least() == 0 || policy.maxAttempts() == 1) {
            return List.of();
        }
        if (attempts.least() == 1) {
            return List.of(noSecond(situation, promise));
        }
        boolean countable = policy.maxAttempts() <= TypicalAttempts.MOST_COUNTED;
        return countable && attempts.typical() < policy.maxAttempts() ? List.of(notAll(situation, promise)) : List.of();
    }

    private static Finding noSecond(Situation situation, Promise promise) {
        Duration backoff = promise.policy().backoff().base();
        Duration planned = Estimates.WAKE_UP.plus(promise.costs().attemptAndGuard());
        Duration left = promise.budget().minus(promise.warm().firstAttempt()).minus(promise.costs().attempt()).minus(planned);
        Duration needed = promise.budget().minus(left).plus(backoff);
        String budget = "set " + Floors.annotation(Spans.rounded(needed));
        String mend = left.compareTo(Duration.ofMillis(1)) < 0 ? budget
                : "set backoff = \"" + left.toMillis() + "ms\", or " + budget.substring("set ".length());
        return Finding.warning(situation.handler().method(), "a second attempt is not sure to fit: after a first one at "
                + Spans.text(promise.warm().firstAttempt()) + ", "
                + (left.isNegative() ? "no time" : Spans.text(left)) + " is left to wait, and the backoff is up to "
                + Spans.text(backoff), mend);
    }

    private static Finding notAll(Situation situation, Promise promise) {
        RetryPolicy policy = promise.policy();
        Attempts attempts = promise.warm().attempts();
        return Finding.warning(situation.handler().method(),
                policy.maxAttempts() + " attempts are asked for, and typically " + attempts.typical() + " fit into "
                        + Spans.text(promise.budget()) + " (at least " + attempts.least() + ')',
                "set maxAttempts = " + attempts.typical() + ", or " + Floors.annotation(budgetForAll(situation, promise)));
    }

    /** What all attempts take, with each wait at half its bound and time without end. */
    private static Duration budgetForAll(Situation situation, Promise promise) {
        RetryPolicy policy = promise.policy();
        RetryPolicy endless = new RetryPolicy(new TimeBudget(TimeBudget.LONGEST), policy.maxAttempts(), policy.backoff(),
                policy.permanent());
        TypicalAttempts attempts = new TypicalAttempts(situation.journey(endless),
                promise.warm().firstAttempt().dividedBy(2), Duration.ZERO);
        attempts.count();
        Duration all = attempts.start().plus(promise.costs().attemptAndGuard()).plus(Estimates.WAKE_UP);
        return Durations.ceilToSeconds(all);
    }
}
