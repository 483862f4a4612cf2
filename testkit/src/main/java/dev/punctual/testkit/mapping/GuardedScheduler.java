package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.testkit.time.Scheduler;

/** Runs tasks under a lock, so that a mapping's state has one owner at a time on any scheduler. */
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
        return scheduler.schedule(delay, () -> {
            synchronized (lock) {
                task.run();
            }
        });
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
