package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.punctual.testkit.time.Scheduler;

/** A scheduler on the wall clock with several threads, which is more than mappings are promised to meet. */
final class ThreadedScheduler implements Scheduler, AutoCloseable {

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4);

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public Task schedule(Duration delay, Runnable task) {
        var future = threads.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
