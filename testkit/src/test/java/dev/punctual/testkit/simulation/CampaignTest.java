package dev.punctual.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(ints = { 2, 3 })
    void aCampaignComesToTheSameWithAnyNumberOfThreads(int threads) throws InterruptedException {
        var one = new Campaign(100, 300, 1, NEVER).run(summary -> {
        });

        var several = new Campaign(100, 300, threads, NEVER).run(summary -> {
        });

        assertThat(several.summary()).isEqualTo(one.summary());
        assertThat(several.summary().histories()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3 })
    void theLowestFailingSeedIsFound(int threads) throws InterruptedException {
        long lowest = lowestFailingSeed();

        var result = new Campaign(Mutant.PAYLOAD_LOGGED, 1, 200, threads, NEVER).run(summary -> {
        });

        assertThat(result.failure()).map(SimulationResult::seed).contains(lowest);
    }

    private static long lowestFailingSeed() {
        try (var simulation = new Simulation(Mutant.PAYLOAD_LOGGED)) {
            return LongStream.iterate(1, seed -> seed + 1).filter(seed -> !simulation.run(seed).violations().isEmpty())
                    .findFirst().orElseThrow();
        }
    }

    @Test
    void runsSideBySideDoNotSeeEachOthersLogs() throws InterruptedException {
        var leaking = new Thread(() -> runLeaking(1, 200));
        leaking.start();

        var faithful = new Campaign(1, 200, 1, NEVER).run(summary -> {
        });
        leaking.join();

        assertThat(faithful.failure()).isEmpty();
    }

    private static void runLeaking(long from, long to) {
        try (var simulation = new Simulation(Mutant.PAYLOAD_LOGGED)) {
            LongStream.rangeClosed(from, to).forEach(simulation::run);
        }
    }
}
