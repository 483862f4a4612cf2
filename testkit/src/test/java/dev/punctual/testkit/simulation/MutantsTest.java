package dev.punctual.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checker that misses a mutant is a bug of the checker. */
class MutantsTest {

    private static final int HISTORIES = 3_000;

    @ParameterizedTest
    @EnumSource
    void eachMutantIsCaughtByItsInvariant(Mutant mutant) {
        checkIsCaught(mutant, mutant.caughtBy);
    }

    @ParameterizedTest
    @EnumSource
    void eachMutantOfTheLedgerIsCaughtByItsInvariant(LedgerMutant mutant) {
        checkIsCaught(mutant, mutant.caughtBy);
    }

    private static void checkIsCaught(Wiring mutant, int invariant) {
        try (var simulation = new Simulation(mutant)) {

            Optional<SimulationResult> caught = LongStream.rangeClosed(1, HISTORIES).mapToObj(simulation::run)
                    .filter(result -> result.violates(invariant)).findFirst();

            assertThat(caught).as("a violation of invariant %d in %d histories", invariant, HISTORIES).isPresent();
            System.out.printf("%s is caught by invariant %d in history %d.%n", mutant, invariant, caught.get().seed());
        }
    }

    @Test
    void aViolationIsReportedWithItsSeedAndTheHistoryOfItsEvent() {
        try (var simulation = new Simulation(Mutant.DELAY_BEYOND_DEADLINE)) {

            var result = LongStream.iterate(1, seed -> seed + 1).mapToObj(simulation::run)
                    .filter(run -> !run.violations().isEmpty()).findFirst().orElseThrow();

            var event = result.violations().get(0).event();
            assertThat(result.report()).contains("violates invariant 7", "-Dpunctual.seed=" + result.seed(),
                    "Accepted[", "event=" + event, "delay=PT14M50S");
        }
    }
}
