package dev.punctual.operator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How an operation waits; injected, so that tests wait in virtual time. */
@FunctionalInterface
public interface Sleeper {

    /** Waits in real time. */
    Sleeper REAL = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());

    /**
     * Waits.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    void sleep(Duration time) throws InterruptedException;
}
