package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import dev.punctual.testkit.time.Scheduler;

/**
 * Decides which strand runs next: by virtual time, and by the seed among those whose time is the same.
 *
 * <p>
 * Chance enters as a few nanoseconds that each turn is late.
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

    private final Scheduler time;
    private final RandomGenerator random;
    private final StrandPool pool;
    private final long limit;
    private final List<Waiter> waiters = new ArrayList<>();
    private long taken;

    /**
     * @param limit how many turns a run may take; one that takes more has not ended on its own
     */
    Turns(Scheduler time, RandomGenerator random, StrandPool pool, long limit) {
        this.time = time;
        this.random = random;
        this.pool = pool;
        this.limit = limit;
    }

    /** Runs a task on a strand of its own, soon. */
    void start(Execution execution, Runnable task) {
        time.schedule(jitter(), () -> {
            if (execution.process().isAlive()) {
                step(pool.take(execution, task));
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
        strand.handBack();
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

    private void wake(Waiter waiter) {
        waiters.remove(waiter);
        step(waiter.strand);
    }

    private void step(Strand strand) {
        if (++taken > limit) {
            throw new IllegalStateException("the run took more than " + limit + " turns without coming to rest");
        }
        var escaped = strand.takeTurn();
        if (escaped != null) {
            throw new IllegalStateException("a strand ended with an exception", escaped);
        }
        check();
    }

    private Duration jitter() {
        return Duration.ofNanos(random.nextInt(LATEST_NANOS));
    }
}
