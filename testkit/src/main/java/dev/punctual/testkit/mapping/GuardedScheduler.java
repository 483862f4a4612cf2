package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.punctual.testkit.time.Scheduler;

/**
 * Runs tasks under a lock, so that a mapping's state has one owner at a time on any scheduler. A task that is called off
 * under the lock does not run, even if its thread already waits for the lock.
 */
final class GuardedScheduler implements Scheduler {

    private final Scheduler scheduler;
    private final Object lock;

    GuardedScheduler(Scheduler scheduler, Object lock) {
        this.scheduler = scheduler;
        this.lock = lock;
    }

    @Override
    public Instant instant() {
        return scheduler.instant();
    }

    @Override
    public Task schedule(Duration delay, Runnable task) {
        var calledOff = new AtomicBoolean();
        var scheduled = scheduler.schedule(delay, () -> {
            synchronized (lock) {
                if (!calledOff.get()) {
                    task.run();
                }
            }
        });
        return () -> {
            calledOff.set(true);
            scheduled.cancel();
        };
    }

    /** Runs a task after a latency, or at once if there is none. */
    void after(Duration latency, Runnable task) {
        if (latency.isZero()) {
            task.run();
        } else {
            schedule(latency, task);
        }
    }

    /** The scheduler without the lock, for code that is not the mapping's. */
    Scheduler unguarded() {
        return scheduler;
    }
}
