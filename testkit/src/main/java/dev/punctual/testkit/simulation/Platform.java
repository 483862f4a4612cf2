package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How the mappings and queues of a run are set up.
 *
 * @param retryAttempts −1 for ever
 * @param maximumAge of a record, for as long as the stream keeps it if empty
 * @param lateBy how long early events lie in the stream before the mapping is there, or zero
 * @param maxReceives of the retry queue before its redrive to the on-failure queue; 0 for no redrive
 * @param visibilityFactor how many times the function's timeout the retry queue's visibility timeout is
 */
record Platform(int batchSize, int parallelization, boolean bisect, int retryAttempts, Optional<Duration> maximumAge,
        Duration lateBy, int maxReceives, int visibilityFactor) {

    static final Duration RETENTION = Duration.ofHours(24);

    private static final Duration YOUNGEST_AGE = Duration.ofSeconds(60);
    private static final long CLOSE_CALL = 20_000;

    // Reports of batches name a range of sequence numbers, which tells no lanes apart: one lane where there may be any.
    static Platform draw(RandomGenerator random) {
        boolean forEver = random.nextInt(3) > 0;
        Optional<Duration> age = random.nextInt(6) > 0 ? Optional.empty()
                : Optional.of(YOUNGEST_AGE.plusSeconds(random.nextInt(60)));
        var late = random.nextInt(6) > 0 ? Duration.ZERO
                : age.orElse(RETENTION).plusMillis(random.nextLong(-CLOSE_CALL, CLOSE_CALL / 4));
        boolean reports = !forEver || age.isPresent() || !late.isZero();
        return new Platform(1 + random.nextInt(12), reports ? 1 : 1 + random.nextInt(3), random.nextBoolean(),
                forEver ? -1 : 2 + random.nextInt(4), age, late, random.nextBoolean() ? 0 : 1 + random.nextInt(4),
                1 + random.nextInt(6));
    }

    Platform cutTo(Keep keep) {
        return new Platform(batchSize, parallelization > 1 && keep.has("lanes") ? parallelization : 1,
                bisect && keep.has("bisect"), retryAttempts >= 0 && keep.has("retry-quota") ? retryAttempts : -1,
                maximumAge.filter(age -> keep.has("maximum-age")),
                !lateBy.isZero() && keep.has("late") ? lateBy : Duration.ZERO,
                maxReceives > 0 && keep.has("redrive") ? maxReceives : 0, visibilityFactor);
    }
}
