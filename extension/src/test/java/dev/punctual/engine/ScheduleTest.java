package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventSource;
import dev.punctual.ledger.EventEntry;

class ScheduleTest {

    private static final Instant NOW = VirtualClock.START;

    private final Schedule schedule = new Schedule();

    private static Delivery delivery(int item, String entryKey) {
        EventRoute route = new EventRoute("notify", EventSource.Kind.STREAM, "orders", "", bytes -> "", within("60S"),
                new Idempotency.ByRecord(), OrderRule.ANY, (payload, context) -> {
                });
        HandlerState state = new HandlerState(new AttemptCost(java.util.Optional.empty(), Duration.ofSeconds(60)),
                new StormGuard());
        return new Delivery(item, event(item, "", NOW), Envelope.bare(new byte[0]), AttemptHistory.NONE, route, state, entryKey,
                new Deadline(NOW, NOW.plusSeconds(60)), Redrive.NONE);
    }

    private static Delivery owned(int item) {
        Delivery delivery = delivery(item, "entry-" + item);
        delivery.own(EventEntry.unknown("entry-" + item, delivery.deadline, 0, AttemptHistory.NONE).claimed("t", NOW));
        return delivery;
    }

    @Test
    void givesOutWhatIsReadyInTheOrderItCame() {
        Delivery first = delivery(1, "");
        Delivery second = owned(2);
        schedule.add(first);
        schedule.add(second);

        assertThat(schedule.countReady(NOW)).isEqualTo(2);
        assertThat(schedule.takeReady(NOW)).isSameAs(first);
        assertThat(schedule.takeReady(NOW)).isSameAs(second);
        assertThat(schedule.takeReady(NOW)).isNull();
    }

    @Test
    void keepsWhatWaitsInPlaceUntilItsTime() {
        Delivery later = delivery(1, "");
        Delivery sooner = delivery(2, "");
        schedule.add(later, NOW.plusSeconds(2));
        schedule.add(sooner, NOW.plusSeconds(1));

        assertThat(schedule.nextReady(NOW.plusSeconds(9))).isEqualTo(NOW.plusSeconds(1));
        assertThat(schedule.nextReady(NOW)).as("the latest that was asked for").isEqualTo(NOW);
        assertThat(schedule.takeReady(NOW.plusMillis(999))).isNull();
        assertThat(schedule.takeReady(NOW.plusSeconds(1))).isSameAs(sooner);
        assertThat(schedule.countReady(NOW.plusSeconds(2))).isEqualTo(1);
    }

    @Test
    void hasWhatNobodyOwnsClaimedFirst() {
        Delivery unclaimed = delivery(1, "entry-1");
        schedule.add(unclaimed);

        assertThat(schedule.countReady(NOW)).isZero();
        assertThat(schedule.takeUnclaimed(0)).isEmpty();
        assertThat(schedule.takeUnclaimed(5)).containsExactly(unclaimed);
        assertThat(schedule.takeUnclaimed(5)).isEmpty();
    }

    @Test
    void aSuspectComesAfterEverybodyElseAndIsAlone() {
        Delivery other = owned(1);
        Delivery suspect = delivery(2, "entry-2");
        schedule.addSuspect(suspect);
        schedule.add(other);
        assertThat(schedule.takeSuspect()).isNull();
        assertThat(schedule.takeReady(NOW)).isSameAs(other);

        assertThat(schedule.takeSuspect()).isSameAs(suspect);
        schedule.add(other);
        assertThat(schedule.takeReady(NOW)).as("while the suspect is being claimed").isNull();
        assertThat(schedule.countReady(NOW)).as("nobody is started for what is not given out").isZero();
        suspect.owned = true;
        schedule.add(suspect);
        assertThat(schedule.countReady(NOW)).isEqualTo(1);
        assertThat(schedule.takeReady(NOW)).isSameAs(suspect);
        assertThat(schedule.takeReady(NOW)).isNull();

        schedule.done(suspect);
        assertThat(schedule.takeReady(NOW)).isSameAs(other);
    }

    @Test
    void nobodyWaitsWithASuspectThatWaitsForAnotherOwner() {
        Delivery suspect = delivery(2, "entry-2");
        schedule.addSuspect(suspect);
        schedule.takeSuspect();
        Delivery other = owned(1);
        schedule.add(other);

        schedule.add(suspect, NOW.plusSeconds(3));

        assertThat(schedule.takeReady(NOW)).isSameAs(other);
    }

    @Test
    void aSuspectThatWaitsForItsNextAttemptStaysAlone() {
        Delivery suspect = delivery(2, "entry-2");
        schedule.addSuspect(suspect);
        schedule.takeSuspect();
        schedule.add(owned(1));
        suspect.owned = true;

        schedule.add(suspect, NOW.plusMillis(3));

        assertThat(schedule.takeReady(NOW)).isNull();
        assertThat(schedule.takeReady(NOW.plusMillis(3))).isSameAs(suspect);
    }

    @Test
    void handsOverWhatNobodyHasHadTimeFor() {
        Delivery ready = owned(1);
        Delivery unclaimed = delivery(2, "entry-2");
        schedule.add(ready);
        schedule.add(unclaimed);
        schedule.add(delivery(3, ""));

        List<Delivery> overdue = schedule.takeOverdue(delivery -> delivery.item < 3);

        assertThat(overdue).containsExactly(ready, unclaimed);
        assertThat(schedule.countReady(NOW)).isEqualTo(1);
    }

    @Test
    void givesOutNothingOnceItIsClosed() {
        Delivery ready = owned(1);
        Delivery waiting = owned(2);
        schedule.add(ready);
        schedule.add(waiting, NOW.plusSeconds(1));
        schedule.add(delivery(3, "entry-3"));
        schedule.addSuspect(delivery(4, "entry-4"));

        assertThat(schedule.close()).containsExactly(ready, waiting);

        assertThat(schedule.takeReady(NOW)).isNull();
        assertThat(schedule.takeUnclaimed(9)).isEmpty();
        assertThat(schedule.takeSuspect()).isNull();
    }
}
