package dev.punctual.local.lambda;

import java.util.Optional;
import java.util.function.Function;

import dev.punctual.local.lambda.EnvironmentView.State;
import dev.punctual.local.lambda.runtimeapi.NextCall;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.time.Scheduler.Task;

/** Where an environment stands. What it needs there, and nothing else, is in the phase. */
sealed interface Phase {

    /** The phase as one sees it from outside. */
    State state();

    /** The invocation that the environment has to bring to an end. */
    default Optional<Work> unsettled() {
        return Optional.empty();
    }

    /** What the invocation comes to when the environment ends here, given what its end alone would make of it. */
    default Optional<Settlement> lastWord(Function<Work, InvocationResult> end) {
        return unsettled().map(work -> new Settlement(work, end.apply(work)));
    }

    /** Calls off what the phase has scheduled. */
    default void cancelTimer() {
    }

    /** Its process starts; the work waits for its first call. */
    record Initializing(Work work, Task timeout) implements Phase {

        @Override
        public State state() {
            return State.INITIALIZING;
        }

        @Override
        public Optional<Work> unsettled() {
            return Optional.of(work);
        }

        @Override
        public void cancelTimer() {
            timeout.cancel();
        }
    }

    /** Its call for the next event waits; when the timer ends, so does the environment. */
    record Idle(NextCall call, Task idleTimer) implements Phase {

        @Override
        public State state() {
            return State.IDLE;
        }

        @Override
        public void cancelTimer() {
            idleTimer.cancel();
        }
    }

    /** The event was handed over. */
    record Working(Work work, Task timeout) implements Phase {

        @Override
        public State state() {
            return State.WORKING;
        }

        @Override
        public Optional<Work> unsettled() {
            return Optional.of(work);
        }

        @Override
        public void cancelTimer() {
            timeout.cancel();
        }
    }

    /**
     * The outcome is known; the invocation lasts until the runtime calls for the next event, as on AWS.
     *
     * @param refused the runtime's answer was too large, so it may still report an error
     */
    record Reported(Settlement settlement, boolean refused, Task timeout) implements Phase {

        @Override
        public State state() {
            return State.WORKING;
        }

        @Override
        public Optional<Work> unsettled() {
            return Optional.of(settlement.work());
        }

        /** A reported failure stands; a success does not outlive the process that should have called again. */
        @Override
        public Optional<Settlement> lastWord(Function<Work, InvocationResult> end) {
            var failed = settlement.result() instanceof InvocationResult.Failure;
            return failed ? Optional.of(settlement) : Phase.super.lastWord(end);
        }

        @Override
        public void cancelTimer() {
            timeout.cancel();
        }
    }

    /** It was told to end; what it settles is told when its process is gone. */
    record Ending(Optional<Settlement> settlement) implements Phase {

        @Override
        public State state() {
            return State.ENDING;
        }

        @Override
        public Optional<Settlement> lastWord(Function<Work, InvocationResult> end) {
            return settlement;
        }
    }

    /** Its process is gone. */
    record Ended() implements Phase {

        @Override
        public State state() {
            return State.ENDING;
        }
    }
}
