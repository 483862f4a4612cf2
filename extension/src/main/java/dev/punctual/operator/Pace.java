package dev.punctual.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

import dev.punctual.deadline.Durations;

/** Keeps all threads of an operation together at a rate; safe for use by several threads. */
final class Pace {

    private static final double NANOS = 1e9;
    /** How often it looks whether it was stopped. */
    private static final Duration LOOK = Duration.ofMillis(100);

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

    /**
     * Waits until some more letters are due.
     *
     * @param stopped whether nothing more is to be done; asked several times a second
     * @return whether they are due; not so if it was stopped
     */
    boolean take(int letters, BooleanSupplier stopped) throws InterruptedException {
        if (Double.isInfinite(perSecond) || letters == 0) {
            return true;
        }
        Instant due = reserve(letters);
        for (Instant now = clock.instant(); now.isBefore(due); now = clock.instant()) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            sleeper.sleep(Durations.min(LOOK, Duration.between(now, due)));
        }
        return !stopped.getAsBoolean();
    }

    private synchronized Instant reserve(int letters) {
        Instant now = clock.instant();
        Instant due = next.isBefore(now) ? now : next;
        next = due.plusNanos((long) (letters / perSecond * NANOS));
        return due;
    }
}
