package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.punctual.Ordering;
import dev.punctual.deadline.Durations;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.QueueSettings;
import dev.punctual.template.stack.StreamMapping;

/** Finds batches that are too large for the time they have; only where it is configured what an attempt takes. */
final class Batches {

    /**
     * The work that a full batch is.
     *
     * @param size its events
     * @param atOnce how many of them are handled at once
     */
    private record Work(int size, int atOnce, Duration attempt) {

        Duration all() {
            return attempt.multipliedBy((size + atOnce - 1L) / atOnce);
        }

        /** The largest batch that is through in time; less than 1 where none is. */
        long sizeFor(Duration time) {
            return time.isNegative() || attempt.isZero() ? 0 : Math.min(size, time.dividedBy(attempt) * atOnce);
        }
    }

    private Batches() {
    }

    static List<Finding> of(Situation situation) {
        Optional<Work> work = situation.timing().attemptCost().map(cost -> work(situation, cost));
        Duration timeout = situation.function(FunctionRole.STREAM).timeout();
        Duration guard = situation.costs().guard();
        Duration budget = situation.handler().retry().map(policy -> policy.budget().value()).orElse(Timeouts.LONGEST);
        Duration left = budget.minus(situation.arrival().warm()).minus(guard);
        // An attempt that does not fit by itself is found elsewhere.
        if (work.isEmpty() || work.get().attempt().plus(guard).compareTo(timeout) > 0
                || work.get().attempt().compareTo(left) > 0) {
            return List.of();
        }
        if (work.get().all().plus(guard).compareTo(timeout) > 0) {
            return List.of(beyondTimeout(situation, work.get(), timeout));
        }
        return situation.handler().retry().isPresent() && work.get().all().compareTo(left) > 0
                ? List.of(beyondBudget(situation, work.get(), left))
                : List.of();
    }

    private static Work work(Situation situation, Duration cost) {
        int size = situation.streamMapping().map(StreamMapping::batchSize).orElseGet(() -> queues(situation).batchSize());
        if (situation.handler().order().ordering() == Ordering.PER_SHARD) {
            return new Work(size, 1, cost);
        }
        return new Work(size, Estimates.concurrency(situation.timing(), situation.function(FunctionRole.STREAM)), cost);
    }

    private static QueueSettings queues(Situation situation) {
        return situation.settings().queues(situation.source());
    }

    private static Finding beyondTimeout(Situation situation, Work work, Duration timeout) {
        Duration needed = Durations.ceilToSeconds(work.all().plus(situation.costs().guard()));
        String mend = "set it to " + work.sizeFor(timeout.minus(situation.costs().guard()));
        if (needed.compareTo(Timeouts.LONGEST) <= 0) {
            mend += ", or " + Names.ofFunction(FunctionRole.STREAM, "timeout") + " to " + Spans.setting(needed);
        }
        return Finding.error(Names.batchSize(situation.source()), described(work) + ", and the stream function's"
                + " timeout is " + Spans.text(timeout) + ": the rest returns to its source each time", mend);
    }

    private static Finding beyondBudget(Situation situation, Work work, Duration left) {
        String fate = situation.mayPark() ? "its last events are parked unattempted" : "its last events die unattempted";
        return Finding.warning(Names.batchSize(situation.source()), described(work)
                + ", and after the arrival " + Spans.text(left) + " of the budget of " + situation.handler().method()
                + " is left: " + fate,
                "set it to " + work.sizeFor(left));
    }

    private static String described(Work work) {
        return "a full batch of " + work.size() + " takes " + Spans.text(work.all())
                + " (" + work.atOnce() + " at a time, " + Spans.text(work.attempt()) + " each)";
    }

    /** A window that has nothing to wait for. */
    static List<Finding> ofWindow(StreamMapping mapping) {
        return mapping.batchSize() > 1 || mapping.batchingWindow().isZero() ? List.of()
                : List.of(Finding.warning(Names.ofStream(mapping.stream().source(), "batching-window"),
                        Spans.text(mapping.batchingWindow()) + " is never waited: a batch of 1 is full with its first event",
                        "set it to 0s, or batch-size to more than 1"));
    }
}
