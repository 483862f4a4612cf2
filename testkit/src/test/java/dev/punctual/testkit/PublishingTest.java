package dev.punctual.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.Emits;
import dev.punctual.EventContext;
import dev.punctual.EventPublisher;
import dev.punctual.OnEvent;
import dev.punctual.OutgoingEvent;
import dev.punctual.PartitionKey;
import dev.punctual.RetryWithin;

class PublishingTest {

    record Order(String id, int cents) {
    }

    record Payment(@PartitionKey String order, int cents) {
    }

    static class Orders {
        @OnEvent(stream = "orders", type = "placed")
        @Emits(stream = "payments", type = "due")
        @RetryWithin("5s")
        Optional<Payment> onOrder(Order order) {
            return order.cents() == 0 ? Optional.empty() : Optional.of(new Payment(order.id(), order.cents()));
        }
    }

    static class Payments {
        final List<String> seen = new ArrayList<>();

        @OnEvent(stream = "payments", type = "due")
        void onPayment(Payment payment, EventContext context) {
            seen.add(context.partitionKey() + ' ' + payment.cents() + ' ' + context.correlationId());
        }
    }

    static class Announcer {
        private final EventPublisher publisher;

        Announcer(EventPublisher publisher) {
            this.publisher = publisher;
        }

        @OnEvent(stream = "orders")
        void onOrder(Order order) {
            publisher.publishAsync("news", OutgoingEvent.of("announced", order).withPartitionKey("news"));
        }
    }

    @Test
    void whatHandlersReturnReachesTheHandlersOfItsStream() {
        Payments payments = new Payments();
        try (PunctualTest test = PunctualTest.forHandlers(new Orders(), payments)) {
            test.put("orders", "o-1", CloudEvent.of("placed", new Order("o-1", 990)).withCorrelationId("journey-1"));
            test.put("orders", "o-2", CloudEvent.of("placed", new Order("o-2", 0)));

            test.runUntilIdle();

            assertThat(payments.seen).containsExactly("o-1 990 journey-1");
            assertThat(test.handled("o-1")).extracting(PutEvent::source).containsExactly("orders", "payments");
        }
    }

    @Test
    void anAttemptThatIsRepeatedPublishesTheSameId() {
        Payments payments = new Payments();
        try (PunctualTest test = PunctualTest.forHandlers(new Orders(), payments)) {
            test.fail("Orders.onOrder", new IllegalStateException("after publishing")).times(1).afterItsEffects();

            test.put("orders", "o-1", CloudEvent.of("placed", new Order("o-1", 990)));
            test.runUntilIdle();

            assertThat(payments.seen).hasSize(2);
            assertThat(test.events().stream().filter(event -> event.source().equals("payments")).map(PutEvent::eventId)
                    .distinct()).hasSize(1);
        }
    }

    @Test
    void aTestPublishesAndStreamsWithoutHandlersKeepWhatTheyGet() {
        try (PunctualTest test = PunctualTest.forHandlers(publisher -> List.of(new Announcer(publisher)))) {
            test.publisher().publish("orders", OutgoingEvent.of("placed", new Order("o-1", 1)).withPartitionKey("o-1"));

            test.runUntilIdle();

            assertThat(test.events()).extracting(PutEvent::source).containsExactly("orders", "news");
            assertThat(test.events()).extracting(PutEvent::partitionKey).containsExactly("o-1", "news");
        }
    }
}
