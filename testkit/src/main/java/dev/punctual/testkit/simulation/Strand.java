package dev.punctual.testkit.simulation;

import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/**
 * A thread that runs only while it holds the baton, and hands it back when it waits or ends.
 *
 * <p>
 * The scheduler's thread passes the baton to one strand at a time and waits for it to come back, so exactly one thread of
 * a run is ever running, and what it reads and writes needs no other lock.
 */
final class Strand extends Thread {

    private final StrandPool pool;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private @Nullable Runnable task;
    private @Nullable Execution execution;
    private @Nullable Throwable escaped;
    private boolean interruptPending;

    Strand(StrandPool pool) {
        super("punctual-strand");
        this.pool = pool;
        setDaemon(true);
    }

    /** The strand that runs. */
    static Strand current() {
        return (Strand) Thread.currentThread();
    }

    void assign(Execution ofTask, Runnable newTask) {
        execution = ofTask;
        task = newTask;
        interruptPending = false;
        escaped = null;
    }

    /** The invocation that the strand works for. */
    Execution execution() {
        var current = execution;
        if (current == null) {
            throw new IllegalStateException("a strand without a task has no execution");
        }
        return current;
    }

    /** Passes the baton to the strand until it waits or ends; returns what its task threw, if anything. */
    @Nullable
    Throwable takeTurn() {
        turn.release();
        back.acquireUninterruptibly();
        return escaped;
    }

    /** Hands the baton back and waits for the next turn; called by the strand itself. */
    void handBack() {
        back.release();
        turn.acquireUninterruptibly();
        if (interruptPending) {
            interruptPending = false;
            super.interrupt();
        }
    }

    /** Takes effect at the strand's next turn, so that a run does not depend on when a thread notices. */
    @Override
    public void interrupt() {
        interruptPending = true;
    }

    boolean hasInterruptPending() {
        return interruptPending;
    }

    @Override
    public void run() {
        turn.acquireUninterruptibly();
        for (var next = task; next != null; next = task) {
            perform(next);
            Thread.interrupted();
            task = null;
            pool.giveBack(this);
            back.release();
            turn.acquireUninterruptibly();
        }
        back.release();
    }

    private void perform(Runnable next) {
        try {
            next.run();
        } catch (ProcessKilled e) {
            // Its process is gone, and so is what it was about to do.
            escaped = null;
        } catch (RuntimeException | Error e) {
            escaped = e;
        }
    }
}
