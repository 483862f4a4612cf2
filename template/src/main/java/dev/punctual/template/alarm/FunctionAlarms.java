package dev.punctual.template.alarm;

import java.util.List;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.markdown.Spans;
import dev.punctual.template.resources.Ledgers;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Stack;

/** What is watched of functions, and of the ledger that they share. */
final class FunctionAlarms {

    private static final int MINUTES = 5;
    /** How much of a function's timeout it may take. */
    private static final double NEAR_TIMEOUT = 0.8;

    private FunctionAlarms() {
    }

    static List<Alarm> of(Stack stack, Function function) {
        return List.of(late(function, errors(stack, function)), late(function, throttles(stack, function)),
                duration(stack, function));
    }

    /** The dead-letter function runs no handlers: what it does is late already. */
    private static Alarm late(Function function, Alarm alarm) {
        return function.role() == FunctionRole.DEAD_LETTER ? alarm : alarm.breaksPromise();
    }

    private static Alarm errors(Stack stack, Function function) {
        return Alarm.any(function.id() + "Errors", Metric.ofFunction(stack, function.role(), "Errors"),
                "The " + function.role().text() + " function fails as a whole, which no handler makes it do: it cannot start,"
                        + " is out of memory, or took too long. Look at the end of its log first.")
                .once(2, MINUTES);
    }

    private static Alarm throttles(Stack stack, Function function) {
        return Alarm.any(function.id() + "Throttles", Metric.ofFunction(stack, function.role(), "Throttles"),
                "Lambda has no environment for the " + function.role().text() + " function. Look at ConcurrentExecutions of the"
                        + " account first, then at the function's reserved concurrency.")
                .once(3, MINUTES);
    }

    private static Alarm duration(Stack stack, Function function) {
        long near = Math.round(function.settings().timeout().toMillis() * NEAR_TIMEOUT);
        return Alarm.worst(function.id() + "Duration", Metric.ofFunction(stack, function.role(), "Duration"), near,
                "The " + function.role().text() + " function takes more than 80 % of its timeout of "
                        + Spans.of(function.settings().timeout())
                        + ": batches are cut, and their rest is delivered again. Look at the duration of handlers first; then"
                        + " make batches smaller, or the timeout longer.")
                .once(3, MINUTES);
    }

    static List<Alarm> ledger(Stack stack) {
        return stack.hasLedger() ? List.of(throttled("Read"), throttled("Write")) : List.of();
    }

    private static Alarm throttled(String kind) {
        return Alarm.any("Ledger" + kind + "Throttles", Metric.ofTable(Ledgers.name(), kind + "ThrottleEvents"),
                "DynamoDB throttles the ledger: events return to their sources, and wait. Its capacity on demand doubles within"
                        + " half an hour; look for one key that is written too often first.")
                .once(2, MINUTES).breaksPromise();
    }
}
