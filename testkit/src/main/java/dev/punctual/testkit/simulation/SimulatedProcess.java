package dev.punctual.testkit.simulation;

import org.jspecify.annotations.Nullable;

import dev.punctual.engine.BatchProcessor;
import dev.punctual.testkit.lambda.InvocationResult;

/** An execution environment of a function: one engine, one invocation at a time, until it is killed. */
final class SimulatedProcess {

    private final BatchProcessor engine;
    private final ProcessClock clock;
    private boolean alive = true;
    private @Nullable Execution current;

    SimulatedProcess(BatchProcessor engine, ProcessClock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    BatchProcessor engine() {
        return engine;
    }

    ProcessClock clock() {
        return clock;
    }

    boolean isAlive() {
        return alive;
    }

    void begin(Execution execution) {
        current = execution;
    }

    void end(InvocationResult result) {
        var execution = current;
        current = null;
        if (execution != null) {
            execution.result().complete(result);
        }
    }

    /** Ends the process; its threads change nothing from here on, and unwind at their next step. */
    void die(String errorType) {
        alive = false;
        end(new InvocationResult.Failure(errorType, "the simulated process ended"));
    }

    void checkAlive() {
        if (!alive) {
            throw new ProcessKilled();
        }
    }
}
