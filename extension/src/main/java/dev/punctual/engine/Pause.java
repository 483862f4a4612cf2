package dev.punctual.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How a batch waits for its next event; injected, so that tests wait in virtual time. */
@FunctionalInterface
public interface Pause {

    /** Waits in real time. */
    Pause REAL = (wakeUps, atMost) -> {
        if (wakeUps.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            wakeUps.drainPermits();
        }
    };

    /**
     * Waits until there is a permit or the time is over, and takes all permits there are.
     *
     * @param wakeUps released when something has happened
     * @param atMost how long to wait, not negative
     * @throws InterruptedException if the waiting thread is interrupted
     */
    void await(Semaphore wakeUps, Duration atMost) throws InterruptedException;
}
