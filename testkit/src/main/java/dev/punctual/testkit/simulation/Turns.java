package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.time.Scheduler;
import dev.punctual.testkit.time.VirtualScheduler;

/**
 * Decides which strand runs next: by virtual time, and by the seed among those whose time is the same.
 *
 * <p>
 * Chance enters as a few nanoseconds that each turn is late. Time is moved by whichever thread holds the baton and has
 * nothing else to do, so that a strand that is next itself goes on without a change of threads.
 */
final class Turns {

    private static final int LATEST_NANOS = 16;

    /** A strand that waits. */
    private static final class Waiter {
        private final Strand strand;
        private final BooleanSupplier condition;
        private boolean woken;
        private Scheduler.Task wakeUp = () -> {
        };

        private Waiter(Strand strand, BooleanSupplier condition) {
            this.strand = strand;
            this.condition = condition;
        }
    }

    private final VirtualScheduler time;
    private final RandomGenerator random;
    private final StrandPool pool;
    private final Seat driver;
    private final long limit;
    private final List<Waiter> waiters = new ArrayList<>();
    private BooleanSupplier goal = () -> true;
    private Instant end = Instant.MIN;
    private boolean reached;
    private @Nullable Seat next;
    private @Nullable Throwable failure;
    private long taken;
    private Consumer<String> log = line -> {
    };

    /**
     * Is driven by the calling thread.
     *
     * @param limit how many turns it may take until a condition holds; what takes more does not end on its own
     */
    Turns(VirtualScheduler time, RandomGenerator random, StrandPool pool, long limit) {
        this.time = time;
        this.random = random;
        this.pool = pool;
        this.driver = pool.driver();
        this.limit = limit;
    }

    /**
     * Moves time, strands included, until a condition holds.
     *
     * @return whether it does; if false, the time has passed, or too many turns were taken
     * @throws IllegalStateException if a strand ended with an exception
     */
    boolean runUntil(BooleanSupplier condition, Duration atMost) {
        goal = condition;
        end = time.instant().plus(atMost);
        taken = 0;
        handOn(driver);
        if (failure != null) {
            throw new IllegalStateException("a strand or the world ended with an exception", failure);
        }
        return reached && !isExhausted();
    }

    private boolean isExhausted() {
        return taken >= limit;
    }

    /** Has the lines that the engine logs on strands of this run handed over. */
    void listen(Consumer<String> lines) {
        log = lines;
    }

    void logged(String line) {
        log.accept(line);
    }

    /** Runs a task on a strand of its own, soon. */
    void start(Execution execution, Runnable task) {
        time.schedule(jitter(), () -> {
            if (execution.process().isAlive()) {
                step(pool.take(this, execution, task));
            }
        });
    }

    /** Whether no strand waits. */
    boolean isQuiet() {
        return waiters.isEmpty();
    }

    /**
     * Makes the running strand wait until a condition holds or the time is over.
     *
     * @param condition asked after each turn of any strand
     * @throws ProcessKilled if its process is gone by then
     */
    void await(BooleanSupplier condition, Duration atMost) {
        var strand = Strand.current();
        var process = strand.execution().process();
        process.checkAlive();
        if (condition.getAsBoolean()) {
            return;
        }
        var waiter = new Waiter(strand, () -> !process.isAlive() || condition.getAsBoolean());
        waiter.wakeUp = time.schedule(atMost.plus(jitter()), () -> wake(waiter));
        waiters.add(waiter);
        strand.handOn(this);
        process.checkAlive();
    }

    /** Wakes the strands whose condition holds now. */
    void check() {
        for (var waiter : waiters) {
            if (!waiter.woken && waiter.condition.getAsBoolean()) {
                waiter.woken = true;
                waiter.wakeUp.cancel();
                waiter.wakeUp = time.schedule(jitter(), () -> wake(waiter));
            }
        }
    }

    /** Breaks the run off. */
    void fail(Throwable cause) {
        failure = cause;
    }

    /** Moves the run on and returns when it is the turn of the calling thread, whose seat this is. */
    void handOn(Seat from) {
        var to = moveOn();
        if (to != from) {
            to.give();
            from.await();
        }
    }

    private Seat moveOn() {
        try {
            check();
            next = null;
            reached = failure != null
                    || time.runUntil(() -> next != null || goal.getAsBoolean() || isExhausted(),
                            Duration.between(time.instant(), end));
        } catch (RuntimeException | Error e) {
            fail(e);
            return driver;
        }
        return next == null ? driver : next;
    }

    private void wake(Waiter waiter) {
        waiters.remove(waiter);
        step(waiter.strand);
    }

    private void step(Strand strand) {
        taken++;
        next = strand.seat();
    }

    private Duration jitter() {
        return Duration.ofNanos(random.nextInt(LATEST_NANOS));
    }
}
