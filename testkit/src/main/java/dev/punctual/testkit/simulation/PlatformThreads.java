package dev.punctual.testkit.simulation;

import java.util.concurrent.locks.LockSupport;

/** Daemon threads of the operating system. */
final class PlatformThreads implements StrandThreads {

    @Override
    public Thread create(Runnable body) {
        var thread = new Thread(body, "punctual-strand");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void letOthersRun() {
        LockSupport.park(this);
    }

    @Override
    public void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            // It is a daemon and needs nobody to wait for it.
            Thread.currentThread().interrupt();
        }
    }
}
