package dev.punctual.local.lambda;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import dev.punctual.local.lambda.process.Termination;
import dev.punctual.local.lambda.runtimeapi.RuntimeCalls;

/** A sandbox from before it is there: what is asked of it waits until it has started, and lapses if it never does. */
final class ComingSandbox {

    private static final Logger LOG = Logger.getLogger(ComingSandbox.class);

    private final CompletableFuture<Sandbox> sandbox = new CompletableFuture<>();
    private final Machine machine;

    ComingSandbox(Machine machine) {
        this.machine = machine;
    }

    /** Starts it; either is called on the host's loop. */
    void start(String environmentId, FunctionSpec spec, RuntimeCalls calls, Consumer<Sandbox> started,
            Consumer<RuntimeException> refused) {
        machine.workers().execute(() -> {
            try {
                var there = Sandbox.start(environmentId, spec, calls, machine);
                sandbox.complete(there);
                machine.loop().execute(() -> started.accept(there));
            } catch (RuntimeException refusal) {
                machine.loop().execute(() -> refused.accept(refusal));
            }
        });
    }

    /** Ends the process at once. */
    void kill() {
        onceThere(there -> there.process().kill());
    }

    /** Asks the process to end, and ends it by force after the grace. */
    void terminate() {
        onceThere(there -> Termination.end(List.of(there.process()), machine.grace()));
    }

    /** Stops the Runtime API. */
    void close() {
        onceThere(Sandbox::close);
    }

    private void onceThere(Consumer<Sandbox> effect) {
        sandbox.thenAcceptAsync(effect, machine.workers()).exceptionally(defect -> {
            LOG.error("What was asked of an environment's process failed", defect);
            return null;
        });
    }
}
