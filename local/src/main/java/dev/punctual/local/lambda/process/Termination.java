package dev.punctual.local.lambda.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes as Lambda ends an environment: SIGTERM, a grace, then SIGKILL. */
public final class Termination {

    private Termination() {
    }

    /**
     * Ends processes side by side, with the processes they started, and returns when they are gone.
     *
     * @param grace on the machine's clock, for a process lives on no other; an interrupt cuts it short
     */
    public static void end(Collection<LiveProcess> processes, Duration grace) {
        var families = processes.stream().flatMap(process -> process.family().stream()).toList();
        families.forEach(ProcessHandle::destroy);
        try {
            allGone(families).get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException over) {
            endByForce(families);
        } catch (InterruptedException interrupted) {
            endByForce(families);
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("Waiting for the end of a process failed", impossible);
        }
    }

    private static void endByForce(List<ProcessHandle> families) {
        families.forEach(ProcessHandle::destroyForcibly);
        allGone(families).join();
    }

    private static CompletableFuture<Void> allGone(List<ProcessHandle> families) {
        return CompletableFuture.allOf(families.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    }
}
