package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Timing;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.Packaging;

/** Finds budgets that are over before the first attempt can be made, always or in a cold environment. */
final class Floors {

    private Floors() {
    }

    static List<Finding> of(Situation situation, Promise promise) {
        Duration attempt = promise.costs().attemptAndGuard();
        Duration warm = promise.warm().firstAttempt().plus(attempt);
        Duration cold = promise.cold().firstAttempt().plus(attempt);
        if (promise.budget().compareTo(warm) < 0) {
            return List.of(Finding.error(situation.handler().method(), annotation(promise.budget())
                    + " cannot hold: its first attempt starts up to " + Spans.text(promise.warm().firstAttempt())
                    + " after an event's arrival (" + described(situation) + "), and with an attempt and its end, "
                    + Spans.text(attempt) + costs(situation.timing()) + ", that makes " + Spans.text(warm),
                    warmMend(situation, promise, warm, cold)));
        }
        if (promise.budget().compareTo(cold) < 0) {
            return List.of(Finding.warning(situation.handler().method(), annotation(promise.budget())
                    + " holds only in a warm environment: in one that must be started (" + Spans.text(coldStart(situation))
                    + "), the first attempt and its end take up to " + Spans.text(cold),
                    coldMend(situation, warm, cold,
                            promise)));
        }
        return List.of();
    }

    static String annotation(Duration budget) {
        return "@RetryWithin(\"" + Spans.setting(budget) + "\")";
    }

    /** Tells where C is a guess. */
    static String costs(Timing timing) {
        return timing.attemptCost().isPresent() ? ""
                : " (" + Spans.text(Estimates.ATTEMPT) + " assumed, as " + Names.ATTEMPT_COST + " is learned)";
    }

    private static String described(Situation situation) {
        Arrival arrival = situation.arrival();
        String poll = (situation.source().isStream() ? "shards are polled every " : "long polls take ")
                + Spans.text(arrival.poll());
        return arrival.window().isZero() ? poll : "batching window " + Spans.text(arrival.window()) + ", " + poll;
    }

    private static String warmMend(Situation situation, Promise promise, Duration needed, Duration cold) {
        String budget = "set " + annotation(Spans.rounded(cold)) + " (" + Spans.text(needed) + " would hold only warm)";
        Duration window = situation.arrival().window();
        Duration left = window.minus(needed.minus(promise.budget()));
        return window.isZero() || left.isNegative() ? budget
                : budget + ", or " + Names.ofStream(situation.source(), "batching-window") + '='
                        + Spans.setting(Spans.floorToSeconds(left));
    }

    private static String coldMend(Situation situation, Duration warm, Duration cold, Promise promise) {
        Duration room = promise.budget().minus(warm);
        List<String> mends = new ArrayList<>();
        mends.add("set " + annotation(Spans.rounded(cold)));
        faster(situation, room).ifPresent(mends::add);
        mends.add(Names.ofFunction(FunctionRole.STREAM, "cold-start") + '=' + Spans.setting(room)
                + " if you have measured no more");
        return String.join(", or ", mends);
    }

    private static Optional<String> faster(Situation situation, Duration room) {
        if (situation.function(FunctionRole.STREAM).coldStart().isPresent()) {
            return Optional.empty();
        }
        Packaging packaging = situation.settings().packaging();
        OptionalInt memory = ColdStarts.memoryFor(packaging, room);
        if (memory.isPresent()) {
            return Optional.of(Names.ofFunction(FunctionRole.STREAM, "memory") + '=' + memory.getAsInt());
        }
        if (packaging instanceof Packaging.JavaZip zip && !zip.snapStart() && ColdStarts.SNAP_START.compareTo(room) <= 0) {
            return Optional.of("let it start by SnapStart, in about " + Spans.text(ColdStarts.SNAP_START));
        }
        return packaging instanceof Packaging.NativeZip || ColdStarts.NATIVE.compareTo(room) > 0 ? Optional.empty()
                : Optional.of("build it native, to start in about " + Spans.text(ColdStarts.NATIVE));
    }

    private static Duration coldStart(Situation situation) {
        return situation.arrival().coldStart();
    }
}
