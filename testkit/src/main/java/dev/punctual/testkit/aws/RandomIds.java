package dev.punctual.testkit.aws;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Identifiers drawn from a given source of randomness, so that a seeded run repeats exactly.
 *
 * <p>
 * Thread-safe.
 */
public final class RandomIds {

    private final RandomGenerator random;

    public RandomIds(RandomGenerator random) {
        this.random = random;
    }

    /** A version-4 UUID in its usual text form. */
    public synchronized String uuid() {
        var high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        var low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
