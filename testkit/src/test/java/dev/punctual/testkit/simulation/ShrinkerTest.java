package dev.punctual.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.punctual.testkit.simulation.history.Happening;

class ShrinkerTest {

    @ParameterizedTest
    @EnumSource(names = { "FAILED_SENDS_COUNT_AS_SENT", "ANSWER_DROPS_A_FAILURE", "DELAY_BEYOND_DEADLINE",
            "ATTEMPTS_FORGOTTEN_WHEN_PARKED", "LETTER_WITHOUT_STABLE_ID", "PAYLOAD_ALTERED_IN_LETTER" })
    void aFailureIsShrunkToFewEventsAndFaults(Mutant mutant) {
        try (var simulation = new Simulation(mutant)) {
            var failed = firstFailure(simulation);

            var smallest = simulation.shrink(failed);

            System.out.printf("%s: %d parts with %d events were shrunk to %s.%n", mutant, failed.parts().size(),
                    failed.events(), smallest.parts());
            assertThat(smallest.violates(failed.violations().get(0).invariant())).isTrue();
            assertThat(smallest.events()).isBetween(1L, 5L);
            assertThat(smallest.history().of(Happening.Fault.class)).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void noPartOfTheSmallestCanBeLeftOut() {
        try (var simulation = new Simulation(Mutant.DELAY_BEYOND_DEADLINE)) {
            var smallest = simulation.shrink(firstFailure(simulation));

            assertThat(smallest.parts()).filteredOn(part -> !part.startsWith(Keep.DRAW)).isNotEmpty().allSatisfy(part -> {
                var rest = smallest.parts().stream().filter(other -> !other.equals(part)).toList();
                assertThat(simulation.run(smallest.seed(), rest).violates(7)).isFalse();
            });
        }
    }

    @Test
    void theSmallestIsReplayedFromItsReport() {
        try (var simulation = new Simulation(Mutant.DELAY_BEYOND_DEADLINE)) {
            var smallest = simulation.shrink(firstFailure(simulation));

            var keep = smallest.report().lines().filter(line -> line.contains("-Dpunctual.keep=")).findFirst().orElseThrow()
                    .replaceFirst(".*-Dpunctual.keep=", "");
            var again = simulation.run(smallest.seed(), List.of(keep.split(",")));

            assertThat(again.history().all()).isEqualTo(smallest.history().all());
        }
    }

    @Test
    void whatHoldsCannotBeShrunk() {
        try (var simulation = new Simulation()) {
            var holds = simulation.run(1);

            assertThatIllegalArgumentException().isThrownBy(() -> simulation.shrink(holds))
                    .withMessage("Shrinker#shrink: seed 1 violates nothing");
        }
    }

    private static SimulationResult firstFailure(Simulation simulation) {
        return LongStream.iterate(1, seed -> seed + 1).mapToObj(simulation::run)
                .filter(result -> !result.violations().isEmpty()).findFirst().orElseThrow();
    }
}
