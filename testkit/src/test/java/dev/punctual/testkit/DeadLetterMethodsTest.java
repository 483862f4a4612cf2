package dev.punctual.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.EventPublisher;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.OutgoingEvent;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.DeadLetter;

class DeadLetterMethodsTest {

    private final List<String> told = new ArrayList<>();
    private final PunctualTest punctual = PunctualTest
            .forHandlers(publisher -> List.of(new Kitchen(), new Care(publisher)));

    record Order(String id) {
    }

    static class Kitchen {

        @OnEvent(stream = "orders", type = "placed")
        void cook(Order order) {
            throw new PermanentFailureException("closed");
        }

        @OnEvent(stream = "orders", type = "apologised")
        void read(byte[] apology) {
        }
    }

    class Care {

        private final EventPublisher publisher;

        Care(EventPublisher publisher) {
            this.publisher = publisher;
        }

        @OnDeadLetter
        void apologise(Order order, DeadLetter letter) {
            told.add("apologise " + order.id() + " " + letter.handler());
            publisher.publish("orders", OutgoingEvent.of("apologised", order).withPartitionKey(order.id()));
        }

        @OnDeadLetter
        void lookInto(DeadLetter letter, Optional<Order> order) {
            told.add("lookInto " + order.isPresent());
        }

        @OnDeadLetter(handler = "Kitchen.cook")
        void fail(byte[] payload) {
            throw new IllegalStateException("whatever a method throws, the letter is kept");
        }

        @OnDeadLetter(handler = "Kitchen.read")
        void never(DeadLetter letter) {
            told.add("never");
        }
    }

    @AfterEach
    void close() {
        punctual.close();
    }

    @Test
    void runsThemForTheLettersThatTheyTake() {
        PutEvent placed = punctual.put("orders", "o-1", CloudEvent.of("placed", new Order("o-1")));
        punctual.runUntilIdle();

        punctual.event(placed).isDeadLettered();
        assertThat(told).containsExactlyInAnyOrder("apologise o-1 Kitchen.cook", "lookInto true");
        assertThat(punctual.deadLetters()).hasSize(1);
        assertThat(punctual.events()).extracting(PutEvent::type).containsExactly("placed", "apologised");
        assertThat(punctual.story()).contains("Care#apologise was told of its letter",
                "Care#fail failed on its letter: java.lang.IllegalStateException: whatever a method throws");
    }

    @Test
    void runsThoseWithoutTheirEventOnlyWhereItIsOptional() {
        punctual.put("orders", "o-2", "{\"type\":\"placed\",\"id\":{}}");
        punctual.runUntilIdle();

        assertThat(told).containsExactly("lookInto false");
        assertThat(punctual.story()).contains("Care#apologise was not called: the event cannot be read");
        assertThat(punctual.deadLetters()).hasSize(1);
    }
}
