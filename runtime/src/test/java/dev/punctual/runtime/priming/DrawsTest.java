package dev.punctual.runtime.priming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.punctual.runtime.priming.Snapshots.Restored;

class DrawsTest {

    private static final int SEED = 25;

    private static LongStream ten(Draws draws) {
        return LongStream.range(0, 10).map(i -> draws.nextLong());
    }

    @Test
    void ofProcessesInTheSameStateAreTheSameUntilTheyAreRestored() {
        Draws one = new Draws(new Random(SEED));
        Draws other = new Draws(new Random(SEED));
        assertThat(ten(one)).containsExactlyElementsOf(ten(other).boxed().toList());

        new Restored(one).afterRestore(null);
        new Restored(other).afterRestore(null);

        assertThat(ten(one)).doesNotContainAnyElementsOf(ten(other).boxed().toList()).doesNotHaveDuplicates();
    }

    @Test
    void stayWithinTheBoundsThatAreAskedFor() {
        Draws draws = new Draws(new Random(SEED));
        draws.restored(Long.MIN_VALUE + 7);

        assertThat(LongStream.range(0, 1_000).map(i -> draws.nextLong(10, 20))).allMatch(drawn -> drawn >= 10 && drawn < 20)
                .contains(10L, 19L);
    }

    @Test
    void areOnlyRenewedWhereLambdaTakesASnapshot() {
        assertThat(new Snapshots(Optional.empty()).isTold()).isFalse();
        assertThat(new Snapshots(Optional.of("on-demand")).isTold()).isFalse();
        assertThat(new Snapshots(Optional.of("snap-start")).isTold()).isTrue();
    }
}
