package dev.punctual.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose time moves only when it is told to, so that a run repeats exactly.
 *
 * <p>
 * Tasks run on the thread that moves the time, ordered by their instant and then by the order in which they were
 * scheduled. Any thread may read the time and schedule; only one may move the time.
 */
public final class VirtualScheduler implements Scheduler {

    /** Where time starts unless told otherwise. */
    public static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Entry> tasks = new PriorityQueue<>(
            Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private Instant now;
    private long scheduled;

    public VirtualScheduler() {
        this(DEFAULT_START);
    }

    public VirtualScheduler(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Task schedule(Duration delay, Runnable task) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("VirtualScheduler#schedule: delay must be zero or more, was " + delay);
        }
        var entry = new Entry(now.plus(delay), scheduled++, task);
        tasks.add(entry);
        return () -> cancel(entry);
    }

    private synchronized void cancel(Entry entry) {
        tasks.remove(entry);
    }

    /**
     * Moves time forward and runs every task that falls due on the way, tasks scheduled by tasks included.
     *
     * @param by zero or more; zero runs what is due now
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("VirtualScheduler#advance: time cannot go back, was " + by);
        }
        runUntil(() -> false, by);
    }

    /**
     * Moves time from task to task until none is left.
     *
     * @param limit how far time may move; something that polls for ever is cut off here
     * @return whether no task was left; if false, the limit has passed
     */
    public boolean runUntilIdle(Duration limit) {
        return runUntil(this::isIdle, limit);
    }

    /**
     * Moves time from task to task until a condition holds.
     *
     * @param limit how far time may move
     * @return whether the condition holds; if false, the limit has passed
     */
    public boolean runUntil(BooleanSupplier condition, Duration limit) {
        var end = instant().plus(limit);
        while (!condition.getAsBoolean()) {
            var due = nextDue(end);
            if (due == null) {
                moveTo(end);
                return condition.getAsBoolean();
            }
            due.task().run();
        }
        return true;
    }

    /** Whether no task is waiting. */
    public synchronized boolean isIdle() {
        return tasks.isEmpty();
    }

    private synchronized @Nullable Entry nextDue(Instant end) {
        var next = tasks.peek();
        if (next == null || next.at().isAfter(end)) {
            return null;
        }
        tasks.remove();
        now = next.at();
        return next;
    }

    private synchronized void moveTo(Instant end) {
        now = end;
    }

    private record Entry(Instant at, long order, Runnable task) {
    }
}
