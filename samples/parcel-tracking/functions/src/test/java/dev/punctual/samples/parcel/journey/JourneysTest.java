package dev.punctual.samples.parcel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.samples.parcel.event.Movement;
import dev.punctual.samples.parcel.event.Parcel;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.World;
import dev.punctual.testkit.CloudEvent;
import dev.punctual.testkit.PunctualTest;
import dev.punctual.testkit.PutEvent;

class JourneysTest {

    private final World world = new World(false);

    @AutoClose
    private final PunctualTest punctual = PunctualTest
            .forHandlers(new Journeys(world), new Positions(world), new Doorbells(world))
            .withConfig("doorbell.patience", "15s");

    private PutEvent move(String type, String parcel, String place) {
        return punctual.put(Sources.PARCELS, parcel, CloudEvent.of(type, new Movement(parcel, place)));
    }

    @Test
    void sortsParcelsInTheOrderOfTheirScansWhileABeltIsStuck() {
        PutEvent first = move(Sources.SORTED, "p-1", "flaky-belt");
        PutEvent second = move(Sources.SORTED, "p-1", "north");
        PutEvent other = move(Sources.SORTED, "p-2", "north");
        punctual.runUntilIdle();

        assertThat(punctual.handled("p-1")).containsExactly(first, second);
        punctual.event(other).isHandled().afterAttempts(1);
    }

    @Test
    void haltsAParcelWhereADepotIsGone() {
        PutEvent first = move(Sources.PICKED_UP, "p-1", "gone-depot");
        PutEvent second = move(Sources.PICKED_UP, "p-1", "north");
        punctual.runUntilIdle();

        punctual.event(first).isDeadLettered(Reason.PERMANENT).afterAttempts(1);
        punctual.event(second).isDeadLettered().afterAttempts(0);
        assertThat(punctual.deadLetters()).extracting(DeadLetter::handler).containsOnly("Journeys.pickUp");
    }

    @Test
    void leavesOutWhereAParcelWasOnceItIsSomewhereElse() {
        // given: a place whose first answers fail for so long that the parcel is seen elsewhere before
        PutEvent before = move(Sources.MOVED, "p-1", "flaky-van");
        punctual.advance(Duration.ofMillis(1));
        PutEvent after = move(Sources.MOVED, "p-1", "north");
        punctual.runUntilIdle();

        punctual.event(after).isHandled().afterAttempts(1);
        punctual.event(before).isSuperseded();
    }

    @Test
    void showsAPositionOnceThatIsDeliveredTwice() {
        punctual.deliverNextBatchTwice();

        PutEvent moved = move(Sources.MOVED, "p-1", "north");
        punctual.runUntilIdle();

        punctual.event(moved).isHandled().afterAttempts(1);
    }

    @Test
    void doesNotRingLongerThanTheCourierWaits() {
        PutEvent delivered = punctual.put(Sources.PARCELS, "p-1",
                CloudEvent.of(Sources.DELIVERED, new Parcel("p-1", "ada", "busy-ben")));
        punctual.runUntilIdle();

        punctual.event(delivered).isDeadLettered(Reason.DEADLINE).within(Duration.ofSeconds(15));
    }
}
