package dev.punctual.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import dev.punctual.testkit.time.Scheduler;

/**
 * The {@link Scheduler} of the wall clock: one daemon thread runs all tasks, one after the other.
 *
 * <p>
 * Thread-safe. A task that throws is logged and does not stop the others. Closing calls off every task that has not begun;
 * after that {@link #schedule} throws {@link java.util.concurrent.RejectedExecutionException}.
 */
public final class WallScheduler implements Scheduler, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WallScheduler.class);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor executor;

    /** Begins at once, on the system's UTC clock. */
    public WallScheduler() {
        clock = Clock.systemUTC();
        executor = new ScheduledThreadPoolExecutor(1, WallScheduler::daemon);
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public Task schedule(Duration delay, Runnable task) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("The delay of a task must be zero or more, was " + delay);
        }
        ScheduledFuture<?> future = executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A scheduled task failed", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "punctual-scheduler");
        thread.setDaemon(true);
        return thread;
    }
}
