package dev.punctual.runtime.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.Reason;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.spi.Outcome;

/** Invariant 10: the reported sequence number is the lowest unfinished one. */
class KinesisFailuresTest {

    private static final Outcome RETURNED = new Outcome.ReturnedToSource("the retry queue did not take it");

    private static ItemOutcome returned(String sequenceNumber) {
        return new ItemOutcome(sequenceNumber, RETURNED);
    }

    @Test
    void namesNothingWhenEveryItemIsAcknowledged() {
        assertThat(KinesisEvents.failures(List.of())).isEmpty();
        assertThat(KinesisEvents.failures(List.of(new ItemOutcome("1", Outcome.HANDLED),
                new ItemOutcome("2", new Outcome.Parked(Duration.ZERO)), new ItemOutcome("3", Outcome.IGNORED),
                new ItemOutcome("4", new Outcome.DeadLettered(Reason.DEADLINE))))).isEmpty();
    }

    @Test
    void namesTheLowestUnfinishedOne() {
        assertThat(KinesisEvents.failures(List.of(new ItemOutcome("1", Outcome.HANDLED), returned("7"), returned("3"),
                new ItemOutcome("2", Outcome.HANDLED), returned("5")))).containsExactly("3");
    }

    @Test
    void comparesNumbersAndNotText() {
        assertThat(KinesisEvents.failures(List.of(returned("10"), returned("9")))).containsExactly("9");
    }

    @Test
    void comparesNumbersBeyond64BitsInAnyOrder() {
        // given: numbers that differ in the last of 56 digits, and one that is longer
        String prefix = "4959033827149025660855969253836157109592157598913658889";
        List<ItemOutcome> outcomes = new ArrayList<>(List.of(returned(prefix + "8"), returned(prefix + "9"),
                returned(prefix + "7"), returned(prefix + "70"), new ItemOutcome(prefix + "6", Outcome.HANDLED)));

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(outcomes, new Random(seed));

            assertThat(KinesisEvents.failures(outcomes)).containsExactly(prefix + "7");
        }
    }
}
