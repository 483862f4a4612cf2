package dev.punctual.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps all threads of an operation together at a rate; safe for use by several threads. */
final class Pace {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private Instant next;

    Pace(double perSecond, InstantSource clock, Sleeper sleeper) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.sleeper = sleeper;
        this.next = clock.instant();
    }

    /** Waits until some more letters are due. */
    void take(int letters) throws InterruptedException {
        if (Double.isInfinite(perSecond) || letters == 0) {
            return;
        }
        Duration wait = Duration.between(clock.instant(), reserve(letters));
        if (!wait.isNegative() && !wait.isZero()) {
            sleeper.sleep(wait);
        }
    }

    private synchronized Instant reserve(int letters) {
        Instant now = clock.instant();
        Instant due = next.isBefore(now) ? now : next;
        next = due.plusNanos((long) (letters / perSecond * NANOS));
        return due;
    }
}
