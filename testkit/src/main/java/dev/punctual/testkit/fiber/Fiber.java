package dev.punctual.testkit.fiber;

import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/** A thread that runs only while it holds the baton, and hands it back when it waits or ends. */
final class Fiber extends Thread {

    private final FiberOwner owner;
    private final Runnable task;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private @Nullable Throwable escaped;
    private volatile boolean interruptPending;

    Fiber(FiberOwner owner, Runnable task) {
        super("punctual-fiber");
        this.owner = owner;
        this.task = task;
        setDaemon(true);
    }

    FiberOwner owner() {
        return owner;
    }

    /** Passes the baton until the fiber waits or ends; returns what its task threw, if anything. */
    @Nullable
    Throwable takeTurn() throws InterruptedException {
        if (getState() == State.NEW) {
            start();
        }
        turn.release();
        back.acquire();
        return escaped;
    }

    /** Hands the baton back and waits for the next turn; called by the fiber itself. */
    void handBack() {
        back.release();
        turn.acquireUninterruptibly();
    }

    /** Takes effect when the fiber waits in virtual time, so that a run does not depend on when a thread notices. */
    @Override
    public void interrupt() {
        interruptPending = true;
    }

    boolean isInterruptPending() {
        return interruptPending;
    }

    boolean takeInterrupt() {
        boolean pending = interruptPending;
        interruptPending = false;
        return pending;
    }

    @Override
    public void run() {
        turn.acquireUninterruptibly();
        try {
            task.run();
        } catch (OwnerGoneError e) {
            // What it was about to do is gone with its owner.
            escaped = null;
        } catch (RuntimeException | Error e) {
            escaped = e;
        } finally {
            back.release();
        }
    }
}
