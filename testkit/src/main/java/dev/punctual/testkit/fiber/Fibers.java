package dev.punctual.testkit.fiber;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.time.Scheduler;

/**
 * Threads on virtual time: exactly one runs at a time, and which is next is a matter of virtual time and of the order in which
 * they were started, so a run repeats exactly.
 *
 * <p>
 * The thread that moves the time passes a baton to one fiber after the other and waits for it to come back. What fibers and
 * that thread read and write thus needs no other lock.
 */
public final class Fibers implements AutoCloseable {

    /** A fiber that waits. */
    private static final class Waiter {
        private final Fiber fiber;
        private final BooleanSupplier condition;
        private boolean woken;
        private Scheduler.Task wakeUp = () -> {
        };

        private Waiter(Fiber fiber, BooleanSupplier condition) {
            this.fiber = fiber;
            this.condition = condition;
        }
    }

    private final Scheduler time;
    private final List<Waiter> waiters = new ArrayList<>();

    public Fibers(Scheduler time) {
        this.time = time;
    }

    /** Whose fiber the running thread is, null for any other thread. */
    public static @Nullable FiberOwner currentOwner() {
        return Thread.currentThread() instanceof Fiber fiber ? fiber.owner() : null;
    }

    /** Runs a task on a fiber of its own, at the present instant, after what is due before it. */
    public void start(FiberOwner owner, Runnable task) {
        time.schedule(Duration.ZERO, () -> {
            if (owner.isAlive()) {
                step(new Fiber(owner, task));
            }
        });
    }

    /**
     * Makes the running fiber wait until a condition holds or the time is over.
     *
     * @param condition asked after each turn of any fiber
     * @throws OwnerGoneError if its owner is gone by then
     * @throws IllegalStateException if the thread is none of these fibers
     */
    public void await(BooleanSupplier condition, Duration atMost) {
        Fiber fiber = current();
        checkAlive(fiber);
        if (condition.getAsBoolean()) {
            return;
        }
        Waiter waiter = new Waiter(fiber, () -> !fiber.owner().isAlive() || condition.getAsBoolean());
        waiter.wakeUp = time.schedule(atMost, () -> wake(waiter));
        waiters.add(waiter);
        fiber.handBack();
        checkAlive(fiber);
    }

    /**
     * Makes the running fiber sleep in virtual time.
     *
     * @throws InterruptedException if the fiber is interrupted before the time is over
     */
    public void sleep(Duration duration) throws InterruptedException {
        Fiber fiber = current();
        await(fiber::isInterruptPending, duration);
        if (fiber.takeInterrupt()) {
            throw new InterruptedException("interrupted while it slept in virtual time");
        }
    }

    /** Wakes the fibers whose condition holds now; to be called when a condition, or an owner's life, has changed. */
    public void check() {
        for (Waiter waiter : waiters) {
            if (!waiter.woken && waiter.condition.getAsBoolean()) {
                waiter.woken = true;
                waiter.wakeUp.cancel();
                waiter.wakeUp = time.schedule(Duration.ZERO, () -> wake(waiter));
            }
        }
    }

    /** Ends the threads of fibers that still wait; their owners must be gone. */
    @Override
    public void close() {
        while (!waiters.isEmpty()) {
            Waiter waiter = waiters.get(0);
            waiter.wakeUp.cancel();
            wake(waiter);
        }
    }

    private void wake(Waiter waiter) {
        waiters.remove(waiter);
        step(waiter.fiber);
    }

    private void step(Fiber fiber) {
        Throwable escaped;
        try {
            escaped = fiber.takeTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a handler ran: it blocks, and no virtual time passes", e);
        }
        if (escaped != null) {
            throw new IllegalStateException("the function's thread ended with an exception", escaped);
        }
        check();
    }

    private static Fiber current() {
        if (Thread.currentThread() instanceof Fiber fiber) {
            return fiber;
        }
        throw new IllegalStateException(
                "only fibers can wait in virtual time, " + Thread.currentThread().getName() + " is none");
    }

    private static void checkAlive(Fiber fiber) {
        if (!fiber.owner().isAlive()) {
            throw new OwnerGoneError();
        }
    }
}
