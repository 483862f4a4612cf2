package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Draws what goes wrong, until it is told to stop. */
final class Chaos {

    private final RandomGenerator random;
    private final FaultRates rates;
    private boolean active = true;

    Chaos(RandomGenerator random, FaultRates rates) {
        this.random = random;
        this.rates = rates;
    }

    FaultRates rates() {
        return rates;
    }

    void stop() {
        active = false;
    }

    boolean strikes(double probability) {
        return active && random.nextDouble() < probability;
    }

    /** One of so many kinds, from 0. */
    int kind(int kinds) {
        return random.nextInt(kinds);
    }

    Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }

    /** How wrong an arrival is stamped now. */
    Duration skew() {
        return active ? upTo(rates.skew().multipliedBy(2)).minus(rates.skew()) : Duration.ZERO;
    }
}
