package dev.punctual.publish;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How threads wait; injected, so that tests wait in virtual time. */
@FunctionalInterface
public interface Waiting {

    /** Waits in real time. */
    Waiting REAL = (signal, atMost) -> {
        try {
            signal.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Whether and how the signal came is the caller's to look at.
            return;
        }
    };

    /**
     * Waits until a signal has come, in whatever way, or the time is over.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    void await(CompletableFuture<?> signal, Duration atMost) throws InterruptedException;
}
