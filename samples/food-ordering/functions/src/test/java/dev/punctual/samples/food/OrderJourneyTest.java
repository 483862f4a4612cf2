package dev.punctual.samples.food;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.punctual.EventPublisher;
import dev.punctual.OutgoingEvent;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderStream;
import dev.punctual.testkit.PunctualTest;
import dev.punctual.testkit.PutEvent;
import io.quarkus.test.junit.QuarkusTest;

/** The whole application, its beans and configuration included, in virtual time; published events included. */
@QuarkusTest
class OrderJourneyTest {

    @Inject
    PunctualTest punctual;

    @Inject
    EventPublisher publisher;

    @Test
    void takesAnOrderFromTheCustomerToThePickUp() {
        punctual.withShards(2);

        place(new Order("o-1", "ada", "flaky-pizza", "Margherita", 1_200));
        punctual.runUntilIdle();

        assertThat(punctual.handled("o-1")).extracting(PutEvent::type).containsExactly("order_placed", "order_accepted",
                "order_confirmed", "order_picked_up");
        punctual.events().forEach(event -> punctual.event(event).isHandled().within(Duration.ofSeconds(10)));
    }

    @Test
    void keepsALetterOfAnOrderThatNobodyCanPrepareAndTellsItsCustomer() {
        place(new Order("o-2", "ada", "closed-corner", "soup", 700));
        punctual.runUntilIdle();

        assertThat(punctual.deadLetters()).singleElement().extracting(DeadLetter::correlationId, DeadLetter::reason)
                .containsExactly("o-2", Reason.PERMANENT);
        assertThat(punctual.story()).contains("CustomerCare#apologise was told of its letter");
    }

    private void place(Order order) {
        publisher.publish(OrderStream.NAME,
                OutgoingEvent.of(OrderStream.PLACED, order).withCorrelationId(order.orderId()));
    }
}
