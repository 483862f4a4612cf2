package dev.punctual.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.testkit.simulation.history.EntryState;
import dev.punctual.testkit.simulation.history.Happening;

/** What the simulator promises to try does come up. */
class SimulatedFaultsTest {

    private static final Simulation SIMULATION = new Simulation();
    private static final List<List<Happening>> HISTORIES = LongStream.rangeClosed(1, 600)
            .mapToObj(seed -> SIMULATION.run(seed).history().all()).toList();
    private static final List<Happening> SEEN = HISTORIES.stream().flatMap(List::stream).toList();

    @AfterAll
    static void close() {
        SIMULATION.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "killed before the batch", "killed when notify began", "killed when notify was done",
            "killed before a send to orders-retry", "killed after a send to orders-retry",
            "killed before a send to orders-dead-letter", "killed after a send to orders-dead-letter",
            "killed before the answer", "timed out", "the answer was lost", "an invocation was throttled",
            "a batch was delivered twice", "notify never returns", "a send to orders-retry failed",
            "a send to orders-retry failed in part", "a send to orders-retry succeeded and failed",
            "a send to orders-dead-letter failed", "a send to orders-dead-letter failed in part",
            "a send to orders-dead-letter succeeded and failed", "the stream was resharded", "an iterator expired",
            "killed before a write to the ledger", "killed after a write to the ledger", "killed before a read of the ledger",
            "a write to the ledger failed", "a write to the ledger was not made", "a write to the ledger was made and failed",
            "a write to the ledger was tried twice", "a read of the ledger failed", "effects were refused",
            "the ledger was out of reach for a while" })
    void everyFaultStrikes(String fault) {
        assertThat(SEEN).filteredOn(Happening.Fault.class::isInstance)
                .anyMatch(each -> ((Happening.Fault) each).what().equals(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UNDECODABLE", "UNKNOWN_TYPE", "PERMANENT", "ATTEMPTS", "DEADLINE", "CRASH_LOOP", "HALTED",
            "ABANDONED" })
    void eventsDieOfEveryReason(String reason) {
        assertThat(SEEN).filteredOn(Happening.Buried.class::isInstance)
                .anyMatch(each -> ((Happening.Buried) each).reason().equals(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = { "IllegalStateException", "PermanentFailureException", "LinkageError", "StackOverflowError",
            "InterruptedException" })
    void handlersFailWith(String failure) {
        assertThat(SEEN).filteredOn(Happening.Failed.class::isInstance)
                .anyMatch(each -> ((Happening.Failed) each).failure().equals(failure));
    }

    @Test
    void thePlatformGivesUpBatches() {
        assertThat(SEEN).hasAtLeastOneElementOfType(Happening.Abandoned.class);
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerSeesEachState(EntryState state) {
        assertThat(SEEN).filteredOn(Happening.LedgerWritten.class::isInstance)
                .anyMatch(each -> ((Happening.LedgerWritten) each).state() == state);
    }

    @Test
    void effectsAreMadeInTransactions() {
        assertThat(SEEN).hasAtLeastOneElementOfType(Happening.Effect.class);
    }

    @Test
    void recordsExpireBeforeTheyAreRead() {
        assertThat(SEEN).hasAtLeastOneElementOfType(Happening.Expired.class);
    }

    @Test
    void batchesGrowTooOld() {
        assertThat(HISTORIES).anyMatch(SimulatedFaultsTest::hasOneThatWasNeverDelivered);
    }

    private static boolean hasOneThatWasNeverDelivered(List<Happening> history) {
        Set<String> delivered = history.stream().filter(Happening.Delivered.class::isInstance).map(Happening::event)
                .collect(Collectors.toSet());
        return history.stream().filter(Happening.Abandoned.class::isInstance)
                .anyMatch(each -> !delivered.contains(each.event()));
    }
}
