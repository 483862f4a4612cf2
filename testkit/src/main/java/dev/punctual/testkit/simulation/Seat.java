package dev.punctual.testkit.simulation;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread's place in the round that the baton goes; what a thread did before it gave the baton away is seen by whoever gets
 * it.
 */
final class Seat {

    private final Thread thread;
    private final Runnable idle;
    private volatile boolean turn;

    /** @param idle lets others run; may return at any time */
    Seat(Thread thread, Runnable idle) {
        this.thread = thread;
        this.idle = idle;
    }

    /** Gives the baton to this seat's thread; the caller must let go of it. */
    void give() {
        turn = true;
        LockSupport.unpark(thread);
    }

    /** Waits for the baton; called by this seat's thread. */
    void await() {
        while (!turn) {
            idle.run();
        }
        turn = false;
    }

    Thread thread() {
        return thread;
    }
}
