package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws what goes wrong, until it is told to stop; each kind of fault by itself, so that one can be cut without the others. */
final class Chaos {

    private final Map<FaultKind, RandomGenerator> fates = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Integer> strikes = new EnumMap<>(FaultKind.class);
    private final RandomGenerator random;
    private final FaultRates rates;
    private final Keep keep;
    private boolean active = true;

    Chaos(SplittableRandom random, FaultRates rates, Keep keep) {
        this.rates = rates;
        this.keep = keep;
        for (var kind : FaultKind.values()) {
            fates.put(kind, random.split());
        }
        this.random = random;
    }

    void stop() {
        active = false;
    }

    boolean isActive() {
        return active;
    }

    boolean strikes(FaultKind kind) {
        return strikes(kind, 1);
    }

    /** @param share of the kind's probability, 0 to 1 */
    boolean strikes(FaultKind kind, double share) {
        if (!active || fate(kind).nextDouble() >= rates.of(kind) * share) {
            return false;
        }
        return keep.has(kind.part(strikes.merge(kind, 1, Integer::sum)));
    }

    /** Which of so many kinds a fault is of, from 0. */
    int kind(FaultKind of, int kinds) {
        return fate(of).nextInt(kinds);
    }

    /** One of so many, from 0. */
    int oneOf(int choices) {
        return random.nextInt(choices);
    }

    Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }

    /** How wrong an arrival is stamped now. */
    Duration arrivalSkew() {
        return active ? either(rates.arrivalSkew()) : Duration.ZERO;
    }

    /** The clock of a new process, which is put right when faults end. */
    ProcessClock clock(InstantSource platform) {
        var skew = either(rates.clockSkew());
        return new ProcessClock(platform, () -> active ? skew : Duration.ZERO);
    }

    private Duration either(Duration most) {
        return most.isZero() ? most : upTo(most.multipliedBy(2)).minus(most);
    }

    private RandomGenerator fate(FaultKind kind) {
        var fate = fates.get(kind);
        if (fate == null) {
            throw new IllegalStateException("no fate was drawn for " + kind);
        }
        return fate;
    }
}
