package dev.punctual.runtime.ledger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

import dev.punctual.engine.Pause;

/** Waits between two tries of the same thing: with jitter, up to 50 ms at first, twice as long each time. */
final class Patience {

    /** How often something is tried: all waits together take at most 1.55 seconds. */
    static final int TRIES = 6;

    private static final long FIRST_MILLIS = 50;

    private final Pause pause;
    private final RandomGenerator random;

    Patience(Pause pause, RandomGenerator random) {
        this.pause = pause;
        this.random = random;
    }

    /**
     * Waits after a failed try; tells whether there is to be another one.
     *
     * @param tries how many were made, at least 1
     */
    boolean again(int tries) {
        if (tries >= TRIES) {
            return false;
        }
        long longest = FIRST_MILLIS << (tries - 1);
        try {
            pause.await(new Semaphore(0), Duration.ofMillis(random.nextLong(longest / 2, longest + 1)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
