package dev.punctual.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of the engine as it is; {@code -Dpunctual.histories=N} sets how many, {@code -Dpunctual.seed=S} runs one
 * again.
 */
class SimulationTest {

    private static final Duration CPU_TIME = Duration.ofSeconds(25);
    private static final long FIRST_SEED = 1;

    private final Simulation simulation = new Simulation();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void everyInvariantHoldsInEveryHistory() {
        var only = Long.getLong("punctual.seed");
        if (only != null) {
            var result = simulation.run(only);
            System.out.println(result.report());
            assertThat(result.violations()).as(result.report()).isEmpty();
            return;
        }

        long histories = 0;
        long events = 0;
        for (var more = limit(); more.getAsBoolean(); histories++) {
            var result = simulation.run(FIRST_SEED + histories);
            assertThat(result.violations()).as(result.report()).isEmpty();
            events += result.events();
        }

        System.out.printf("Simulated %d histories with %d events; every invariant held.%n", histories, events);
        assertThat(histories).isPositive();
    }

    /** As many as were asked for, else as many as fit into the processor time a build has for them. */
    private static BooleanSupplier limit() {
        var asked = Long.getLong("punctual.histories");
        if (asked != null) {
            var left = new long[] { asked };
            return () -> left[0]-- > 0;
        }
        long end = cpuNanos() + CPU_TIME.toNanos();
        return () -> cpuNanos() < end;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 7, 42, 4711 })
    void aSeedGivesTheSameHistoryAgain(long seed) {
        var first = simulation.run(seed).history().all();

        var second = simulation.run(seed).history().all();

        assertThat(second).isEqualTo(first).isNotEmpty();
    }

    static LongStream someSeeds() {
        return LongStream.rangeClosed(1, 40);
    }
}
