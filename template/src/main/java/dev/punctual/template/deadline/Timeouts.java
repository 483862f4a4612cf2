package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.List;

import dev.punctual.Ordering;
import dev.punctual.deadline.Durations;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Timing;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Stack;

/** Finds functions whose timeout leaves no time for an attempt, or for the waits of a handler that must wait in place. */
final class Timeouts {

    /** Lambda's longest. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private Timeouts() {
    }

    static List<Finding> of(Stack stack) {
        boolean parks = stack.application().handlers().stream().anyMatch(handler -> handler.order().mayPark());
        List<FunctionRole> roles = parks ? List.of(FunctionRole.STREAM, FunctionRole.RETRY) : List.of(FunctionRole.STREAM);
        // What the invocation itself takes makes R less than the whole timeout at the first look.
        Duration attempt = Estimates.costs(stack.application().timing()).attemptAndGuard();
        return roles.stream().map(stack::function)
                .filter(function -> function.settings().timeout().compareTo(attempt) <= 0)
                .map(function -> tooShort(function, stack.application().timing(), attempt)).toList();
    }

    private static Finding tooShort(Function function, Timing timing, Duration attempt) {
        Duration timeout = function.settings().timeout();
        Duration needed = Durations.ceilToSeconds(attempt.plusNanos(1));
        Duration cost = timeout.minus(timing.guard()).minusMillis(1);
        String lower = cost.isNegative() || cost.isZero() ? Names.GUARD + " to less than " + Spans.setting(timeout)
                : Names.ATTEMPT_COST + " to " + Spans.setting(cost);
        return Finding.error(Names.ofFunction(function.role(), "timeout"), Spans.text(timeout)
                + " leaves no time for an attempt: it and its end take " + Spans.text(attempt) + Floors.costs(timing),
                "set " + (needed.compareTo(LONGEST) <= 0 ? "it to " + Spans.setting(needed) + " at least, or " : "") + lower);
    }

    /** A handler in the order of its shard waits in place, for as long as the invocation lasts. */
    static List<Finding> ofOrder(Situation situation, Promise promise) {
        Duration timeout = situation.function(FunctionRole.STREAM).timeout();
        if (situation.handler().order().ordering() != Ordering.PER_SHARD || promise.policy().maxAttempts() == 1
                || promise.budget().compareTo(timeout) <= 0) {
            return List.of();
        }
        Duration wanted = Durations.ceilToSeconds(promise.budget());
        String mend = wanted.compareTo(LONGEST) <= 0
                ? "set " + Names.ofFunction(FunctionRole.STREAM, "timeout") + '=' + Spans.setting(wanted) + ", or "
                        + Floors.annotation(timeout)
                : "set " + Floors.annotation(timeout);
        return List.of(Finding.warning(situation.handler().method(), "in the order of its shard it waits in place, and "
                + Floors.annotation(promise.budget()) + " is longer than an invocation (" + Spans.text(timeout)
                + "): an event that is returned to the stream begins with attempt 1 again", mend));
    }
}
