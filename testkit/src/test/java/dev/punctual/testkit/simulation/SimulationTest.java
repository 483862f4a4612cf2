package dev.punctual.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of the engine as it is: {@code -Dpunctual.histories=N} sets how many, {@code -Dpunctual.seed=S} runs one
 * again, and {@code -Dpunctual.keep=…} only parts of that one.
 */
class SimulationTest {

    private static final long FIRST_SEED = 1;
    private static final long HISTORIES = Long.getLong("punctual.histories", 20_000);

    @Test
    void everyInvariantHoldsInEveryHistory() throws InterruptedException {
        var only = Long.getLong("punctual.seed");
        if (only != null) {
            checkOne(only);
        } else {
            checkAll();
        }
    }

    private static void checkOne(long seed) {
        var keep = System.getProperty("punctual.keep");
        try (var simulation = new Simulation()) {

            var result = keep == null ? simulation.run(seed) : simulation.run(seed, List.of(keep.split(",")));

            System.out.println(result.report());
            assertThat(result.violations()).as(result.report()).isEmpty();
        }
    }

    private static void checkAll() throws InterruptedException {
        long start = System.nanoTime();
        var campaign = new Campaign(FIRST_SEED, HISTORIES, Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(10));

        var result = campaign.run(summary -> System.out.printf("%d histories with %d events, %d a second%n",
                summary.histories(), summary.events(), perSecond(summary.histories(), start)));

        System.out.printf("%s%n%d histories a second%n", result.summary(), perSecond(result.summary().histories(), start));
        assertThat(result.failure()).as(() -> result.failure().map(SimulationTest::smallest).orElse("")).isEmpty();
        assertThat(result.summary().histories()).isEqualTo(HISTORIES);
    }

    private static long perSecond(long count, long start) {
        return count * TimeUnit.SECONDS.toNanos(1) / Math.max(1, System.nanoTime() - start);
    }

    private static String smallest(SimulationResult failure) {
        try (var simulation = new Simulation()) {
            return simulation.shrink(failure).report();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 7, 42, 4711 })
    void aSeedGivesTheSameHistoryAgain(long seed) {
        try (var simulation = new Simulation()) {
            var first = simulation.run(seed).history().all();

            var second = simulation.run(seed).history().all();

            assertThat(second).isEqualTo(first).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 3, 8, 15 })
    void aRunThatKeepsAllOfItsPartsIsTheSameRun(long seed) {
        try (var simulation = new Simulation()) {
            var whole = simulation.run(seed);

            var kept = simulation.run(seed, whole.parts());

            assertThat(kept.history().all()).isEqualTo(whole.history().all());
        }
    }
}
