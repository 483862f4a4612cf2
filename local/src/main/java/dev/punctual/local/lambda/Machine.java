package dev.punctual.local.lambda;

import java.time.Duration;
import java.util.concurrent.Executor;

import dev.punctual.local.lambda.process.LiveProcesses;
import dev.punctual.testkit.time.Scheduler;

/**
 * What the host's parts share.
 *
 * @param loop the thread that all state is confined to
 * @param workers do what may block: starting and ending processes, reading and writing sockets, telling results
 * @param grace between SIGTERM and SIGKILL
 * @param path {@code PATH} of the functions
 */
record Machine(Scheduler scheduler, HostLoop loop, Executor workers, LiveProcesses processes, Identifiers identifiers,
        Duration grace, String path) {

    /** Runs a task on the loop, later. */
    Scheduler.Task later(Duration delay, Runnable task) {
        return scheduler.schedule(delay, () -> loop.execute(task));
    }
}
