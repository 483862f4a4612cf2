package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What a process takes for the time: the platform's, and how wrong its machine is. */
record ProcessClock(InstantSource platform, Supplier<Duration> skew) implements InstantSource {

    @Override
    public Instant instant() {
        return platform.instant().plus(skew.get());
    }
}
