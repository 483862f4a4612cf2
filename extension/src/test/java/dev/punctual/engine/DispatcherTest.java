package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.ledger.Death;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;

class DispatcherTest {

    private static final Invocation INVOCATION = new Invocation("orders-stream", "request-1", VirtualClock.START);

    private final List<ParkedEvent> parked = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final List<Outcome> told = new ArrayList<>();

    private static Parcel park(int item) {
        return new Parcel.Parked(Deliveries.any(item), Duration.ofSeconds(3));
    }

    private static Parcel letter(int item) {
        Delivery delivery = Deliveries.any(item);
        return new Parcel.Letter(delivery,
                delivery.letter(new Death(Reason.PERMANENT, "broken", VirtualClock.START), INVOCATION, "shop:1.0"));
    }

    @Test
    void sendsEachToItsQueue() {
        Dispatcher dispatcher = new Dispatcher(events -> EngineFixture.sent(parked, events),
                all -> EngineFixture.sent(letters, all));

        dispatcher.send(List.of(letter(0), park(1), letter(2)), (parcel, outcome) -> told.add(outcome));

        assertThat(parked).hasSize(1);
        assertThat(letters).hasSize(2);
        assertThat(told).containsExactly(new Outcome.Parked(Duration.ofSeconds(3)),
                new Outcome.DeadLettered(Reason.PERMANENT), new Outcome.DeadLettered(Reason.PERMANENT));
    }

    @Test
    void takesNothingForSentWhenTheQueueAnswersTooLittle() {
        Dispatcher dispatcher = new Dispatcher(events -> List.of(SendResult.SENT), all -> List.of());

        dispatcher.send(List.of(park(0), park(1)), (parcel, outcome) -> told.add(outcome));

        assertThat(told).hasSize(2).allSatisfy(outcome -> assertThat(outcome)
                .isEqualTo(new Outcome.ReturnedToSource("the retry queue did not take it: 1 results for 2 messages")));
    }

    @Test
    void takesNothingForSentWhenTheQueueThrows() {
        Dispatcher dispatcher = new Dispatcher(events -> List.of(), all -> {
            throw new StackOverflowError("broken");
        });

        dispatcher.send(List.of(letter(0)), (parcel, outcome) -> told.add(outcome));

        assertThat(told).containsExactly(
                new Outcome.ReturnedToSource("the dead-letter queue did not take it: java.lang.StackOverflowError"));
    }

    @Test
    void asksNoQueueForNothing() {
        Dispatcher dispatcher = new Dispatcher(events -> {
            throw new AssertionError("no events");
        }, all -> EngineFixture.sent(letters, all));

        dispatcher.send(List.of(letter(0)), (parcel, outcome) -> told.add(outcome));

        assertThat(letters).hasSize(1);
    }

    @Test
    void cutsADelayToWholeSecondsThatAreLeft() {
        Parcel.Parked parcel = new Parcel.Parked(Deliveries.any(0), Duration.ofSeconds(3));

        assertThat(parcel.within(Duration.ofSeconds(3))).isSameAs(parcel);
        assertThat(parcel.within(Duration.ofMillis(2_900)).delay()).isEqualTo(Duration.ofSeconds(2));
    }
}
