package dev.punctual.runtime.priming;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Draws of which each process has its own, processes that were restored from one snapshot included: their generators are in the
 * same state, so that jitter would not spread their retries, and two of them might draw the same token. Safe for use by several
 * threads.
 */
public final class Draws implements RandomGenerator {

    /** Those of this process. */
    public static final Draws OF_THIS_PROCESS = new Draws(() -> ThreadLocalRandom.current().nextLong());

    private final RandomGenerator source;
    private volatile long own;

    /**
     * @param source what is drawn from; safe for use by several threads
     */
    Draws(RandomGenerator source) {
        this.source = source;
    }

    /**
     * Has all further draws differ from those that a process in the same state makes.
     *
     * @param chance a number that no other process has
     */
    public void restored(long chance) {
        own = chance;
    }

    @Override
    public long nextLong() {
        return source.nextLong() ^ own;
    }
}
