package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How often and how much things go wrong while faults last.
 *
 * @param probabilities one for each kind of fault
 * @param arrivalSkew how wrong an arrival is stamped at most, either way
 * @param clockSkew how wrong the clock of a process is at most, either way
 */
record FaultRates(Map<FaultKind, Double> probabilities, Duration arrivalSkew, Duration clockSkew) {

    private static final int ARRIVAL_SKEW = 5_000;
    private static final int CLOCK_SKEW = 2_000;

    static FaultRates draw(RandomGenerator random) {
        var probabilities = new EnumMap<FaultKind, Double>(FaultKind.class);
        for (var kind : FaultKind.values()) {
            // Absent as often as not, so that the others are also seen without it.
            probabilities.put(kind, random.nextBoolean() ? 0 : random.nextDouble() * kind.most());
        }
        return new FaultRates(probabilities, skew(random, ARRIVAL_SKEW), skew(random, CLOCK_SKEW));
    }

    private static Duration skew(RandomGenerator random, int mostMillis) {
        return Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(mostMillis));
    }

    double of(FaultKind kind) {
        return probabilities.getOrDefault(kind, 0.0);
    }

    FaultRates cutTo(Keep keep) {
        return new FaultRates(probabilities, kept(keep, "arrival-skew", arrivalSkew), kept(keep, "clock-skew", clockSkew));
    }

    private static Duration kept(Keep keep, String part, Duration skew) {
        return skew.isZero() || keep.has(part) ? skew : Duration.ZERO;
    }
}
