package dev.punctual.samples.food.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.Reason;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderStream;
import dev.punctual.testkit.CloudEvent;
import dev.punctual.testkit.PunctualTest;
import dev.punctual.testkit.PutEvent;

/** A plain test of a handler whose budget is configured. */
class ConfirmationsTest {

    private static final CloudEvent ACCEPTED = CloudEvent.of("order_accepted",
            new Order("o-1", "ada", "prompt-pizza", "Margherita", 1_200));

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(new Confirmations())
            .withConfig("confirmation.budget", "3s");

    @Test
    void confirmsAgainAfterACrashThatNobodyLearnedOf() {
        punctual.crash("Confirmations.confirm").afterItsEffects();

        PutEvent accepted = punctual.put("orders", "o-1", ACCEPTED);
        punctual.runUntilIdle();

        punctual.event(accepted).isHandled().afterAttempts(2);
        assertThat(punctual.events()).filteredOn(event -> event.type().equals(OrderStream.CONFIRMED)).hasSize(2)
                .extracting(PutEvent::eventId).as("the same id, so that consumers can tell").containsOnly(
                        punctual.events().get(1).eventId());
    }

    @Test
    void confirmsInTimeOrNotAtAll() {
        punctual.slowDown("Confirmations.confirm", Duration.ofSeconds(2));
        punctual.fail("Confirmations.confirm", new IllegalStateException("Kinesis is throttled"));

        PutEvent accepted = punctual.put("orders", "o-1", ACCEPTED);
        punctual.runUntilIdle();

        punctual.event(accepted).isDeadLettered(Reason.DEADLINE).within(Duration.ofSeconds(3));
        assertThat(punctual.deadLetters()).singleElement()
                .satisfies(letter -> assertThat(letter.attempts().kept().get(0).failure().message())
                        .isEqualTo("Kinesis is throttled"));
    }
}
