package dev.punctual.testkit.time;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The time a model lives in: tells the instant and runs tasks later.
 *
 * <p>
 * A {@code VirtualScheduler} moves only when it is told to, on the caller's thread, so a run repeats exactly; the local
 * endpoints use one on the wall clock. The models never read another clock and never sleep.
 */
public interface Scheduler extends InstantSource {

    /**
     * Runs a task once, after a delay.
     *
     * @param delay zero or more; a zero delay still runs the task later, never inside this call
     * @param task must not block
     * @return a handle to call the task off
     */
    Task schedule(Duration delay, Runnable task);

    /** A task that has been scheduled. */
    interface Task {

        /** Calls the task off; does nothing once it has started. */
        void cancel();
    }
}
