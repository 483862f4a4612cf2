package dev.punctual.testkit.simulation;

import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A thread that runs only while it holds the baton.
 *
 * <p>
 * Exactly one thread of a run holds the baton at any time, so what a strand reads and writes needs no other lock. One that
 * waits or has nothing left to do moves the run on itself, until it is somebody else's turn.
 */
final class Strand {

    private static final ThreadLocal<Strand> CURRENT = new ThreadLocal<>();

    private final StrandPool pool;
    private final Seat seat;
    private @Nullable Runnable task;
    private @Nullable Execution execution;
    private @Nullable Turns turns;
    private volatile boolean interruptPending;

    Strand(StrandPool pool, StrandThreads threads) {
        this.pool = pool;
        this.seat = new Seat(threads.create(this::live), this::idle);
    }

    /** The strand that runs. */
    static Strand current() {
        var current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException(Thread.currentThread() + " is no strand");
        }
        return current;
    }

    /** The strand that runs on this thread, if it is one's. */
    static @Nullable Strand ofThisThread() {
        return CURRENT.get();
    }

    void assign(Turns ofRun, Execution ofTask, Runnable newTask) {
        turns = ofRun;
        execution = ofTask;
        task = newTask;
        interruptPending = false;
    }

    /** The invocation that the strand works for. */
    Execution execution() {
        var current = execution;
        if (current == null) {
            throw new IllegalStateException("a strand without a task has no execution");
        }
        return current;
    }

    /** Hands a line of the engine's log to the run that the strand belongs to. */
    void logged(String line) {
        var run = turns;
        if (run != null) {
            run.logged(line);
        }
    }

    Seat seat() {
        return seat;
    }

    /** Moves the run on until it is this strand's turn again; called by the strand itself. */
    void handOn(Turns ofRun) {
        stashInterrupt();
        ofRun.handOn(seat);
        if (interruptPending) {
            interruptPending = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was interrupted and has not noticed yet; it does at its next turn. */
    boolean hasInterruptPending() {
        return seat.thread().isInterrupted() || interruptPending;
    }

    // A thread that is interrupted cannot park. Set before the other is cleared, so that no reader sees neither.
    private void stashInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            interruptPending = true;
            Thread.interrupted();
        }
    }

    private void idle() {
        stashInterrupt();
        LockSupport.park(this);
    }

    private void live() {
        CURRENT.set(this);
        seat.await();
        for (var next = task; next != null; next = task) {
            perform(next);
        }
    }

    private void perform(Runnable next) {
        var run = turns;
        if (run == null) {
            throw new IllegalStateException("a task belongs to a run");
        }
        try {
            next.run();
        } catch (ProcessKilled e) {
            // Its process is gone, and so is what it was about to do.
            task = null;
        } catch (RuntimeException | Error e) {
            run.fail(e);
        }
        Thread.interrupted();
        interruptPending = false;
        task = null;
        execution = null;
        pool.giveBack(this);
        run.handOn(seat);
    }
}
