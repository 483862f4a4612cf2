package dev.punctual.template.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.Ordering;
import dev.punctual.template.application.FunctionRole;

/** What the build predicts is what the real engine does, among the models of AWS. */
class PredictionsTest {

    private static final int PLANS = 24;
    private static final int RUNS = 9;

    static List<Integer> seeds() {
        return IntStream.range(0, PLANS).boxed().toList();
    }

    @ParameterizedTest(name = "plan {0}")
    @MethodSource("seeds")
    void holdInWarmEnvironments(int seed) {
        Plan plan = drawn(seed);

        List<Rehearsal.Result> results = rehearse(plan, false, seed);

        assertAsPredicted(plan, plan.promise().warm(), results);
    }

    @ParameterizedTest(name = "plan {0}")
    @MethodSource("seeds")
    void holdInColdEnvironments(int seed) {
        Plan plan = drawn(seed);

        List<Rehearsal.Result> results = rehearse(plan, true, seed);

        assertAsPredicted(plan, plan.promise().cold(), results);
    }

    private static void assertAsPredicted(Plan plan, Course course, List<Rehearsal.Result> results) {
        Duration lastStart = plan.promise().lastStart();
        assertThat(plan.errors()).isEmpty();
        assertThat(results).hasSize(RUNS).allSatisfy(result -> {
            assertThat(result.starts()).hasSizeBetween(course.attempts().least(), course.attempts().most());
            assertThat(result.starts()).first().satisfies(
                    first -> assertThat(first).isLessThanOrEqualTo(course.firstAttempt()));
            assertThat(result.starts()).allSatisfy(start -> assertThat(start).isLessThanOrEqualTo(lastStart));
            assertThat(result.deadLetter()).isLessThanOrEqualTo(course.deadLetter());
        });
    }

    /** A third of the runs draws each wait at its bound, which is the worst. */
    private static List<Rehearsal.Result> rehearse(Plan plan, boolean cold, int seed) {
        List<Rehearsal.Result> results = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom chance = new SplittableRandom(1_000L * seed + run);
            RandomGenerator jitter = run % 3 == 0 ? new LongestWaits() : chance.split();
            try (Rehearsal rehearsal = new Rehearsal(plan.stack(), cold, chance, jitter)) {
                results.add(rehearsal.run());
            }
        }
        return results;
    }

    private static final class LongestWaits implements RandomGenerator {

        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }

    /** A plan that holds, for events that fail on their own: of 20 attempts at most. */
    private static Plan drawn(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Plan plan = new Plan();
        plan.window = Duration.ofSeconds(random.nextLong(4));
        plan.attemptCost = millis(random, 10, 400);
        plan.guard = millis(random, 100, 300).orElseThrow();
        plan.queueLatency = millis(random, 0, 1_200).orElseThrow();
        plan.backoff = millis(random, 20, 1_500).orElseThrow();
        plan.maxBackoff = plan.backoff.plus(millis(random, 0, 12_000).orElseThrow());
        plan.maxAttempts = random.nextInt(2, 20);
        plan.budget = millis(random, 7_000, 60_000);
        plan.ordering = random.nextInt(4) == 0 ? Ordering.PER_SHARD : Ordering.UNORDERED;
        String timeout = random.nextInt(2, 40) + "s";
        plan.function(FunctionRole.STREAM, 1_024, timeout, millis(random, 100, 2_500));
        plan.function(FunctionRole.RETRY, 1_024, timeout, millis(random, 100, 2_500));
        return plan;
    }

    private static Optional<Duration> millis(SplittableRandom random, int from, int to) {
        return Optional.of(Duration.ofMillis(random.nextInt(from, to)));
    }
}
