package dev.punctual.samples.food;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderEvents;
import dev.punctual.samples.food.order.VirtualKinesis;
import dev.punctual.testkit.PunctualTest;
import dev.punctual.testkit.PutEvent;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The whole application, its beans and configuration included, in virtual time; only Kinesis is replaced. */
@QuarkusTest
class OrderJourneyTest {

    @Inject
    PunctualTest punctual;

    @Inject
    OrderEvents events;

    @BeforeEach
    void publishOnVirtualStreams() {
        QuarkusMock.installMockForType(new VirtualKinesis(() -> punctual), KinesisClient.class);
    }

    @Test
    void takesAnOrderFromTheCustomerToThePickUp() {
        punctual.withShards(2);

        events.publish("order_placed", new Order("o-1", "ada", "flaky-pizza", "Margherita", 1_200));
        punctual.runUntilIdle();

        assertThat(punctual.handled("o-1")).extracting(PutEvent::type).containsExactly("order_placed", "order_accepted",
                "order_confirmed", "order_picked_up");
        punctual.events().forEach(event -> punctual.event(event).isHandled().within(Duration.ofSeconds(10)));
    }

    @Test
    void keepsALetterOfAnOrderThatNobodyCanPrepare() {
        events.publish("order_placed", new Order("o-2", "ada", "closed-corner", "soup", 700));
        punctual.runUntilIdle();

        assertThat(punctual.deadLetters()).singleElement().extracting(DeadLetter::correlationId, DeadLetter::reason)
                .containsExactly("o-2", Reason.PERMANENT);
    }
}
