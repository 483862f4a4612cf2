package dev.punctual.local.http;

import java.time.Duration;

/** Counts the requests under way, so that a server can close when there are none. Thread-safe. */
final class InFlight {

    private int count;
    private boolean closed;

    /** Counts one in, unless new ones are refused. */
    synchronized boolean enter() {
        if (!closed) {
            count++;
        }
        return !closed;
    }

    synchronized void leave() {
        count--;
        notifyAll();
    }

    synchronized void refuseNew() {
        closed = true;
    }

    /** Waits until none is under way, but no longer than this; an interrupt ends the wait. */
    synchronized void awaitNone(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toMillis(); count > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
