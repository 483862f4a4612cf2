package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/** A clock that moves when it is told to, or when the engine waits; for runs in one thread. */
final class VirtualClock implements InstantSource, Pause {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void await(Semaphore wakeUps, Duration atMost) {
        if (wakeUps.drainPermits() == 0) {
            advance(atMost);
        }
    }

    void advance(Duration step) {
        now = now.plus(step);
    }
}
