package dev.punctual.samples.food.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.deadletter.Reason;
import dev.punctual.samples.food.order.Order;
import dev.punctual.testkit.CloudEvent;
import dev.punctual.testkit.PunctualTest;
import dev.punctual.testkit.PutEvent;

/** A plain test: the handler alone, on the real engine, in virtual time. */
class RestaurantNotificationsTest {

    private static final String NOTIFY = "RestaurantNotifications.notifyRestaurant";

    @TempDir
    private static Path folder;

    private final Path reopening = folder.resolve(UUID.randomUUID().toString());

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(
            publisher -> List.of(new RestaurantNotifications(new Restaurants(Optional.of(reopening)), publisher)));

    @Test
    void triesAgainWhileTheLineIsDown() {
        punctual.fail(NOTIFY, new IOException("the line is down")).times(2);

        PutEvent placed = place("prompt-pizza");
        punctual.runUntilIdle();

        punctual.event(placed).isHandled().afterAttempts(3).within(Duration.ofSeconds(5));
        assertThat(punctual.events()).extracting(PutEvent::type).containsExactly("order_placed", "order_accepted");
    }

    @Test
    void givesUpWhenTheOrdersTimeIsOver() {
        punctual.fail(NOTIFY, new IOException("the line is down"));

        PutEvent placed = place("prompt-pizza");
        punctual.runUntilIdle();

        punctual.event(placed).isDeadLettered(Reason.DEADLINE).within(Duration.ofSeconds(10));
    }

    @Test
    void doesNotCallAClosedRestaurantTwice() {
        PutEvent placed = place("closed-corner");
        punctual.runUntilIdle();

        punctual.event(placed).isDeadLettered(Reason.PERMANENT).afterAttempts(1);
    }

    @Test
    void callsARestaurantThatHasOpenedAgain() throws IOException {
        Files.createFile(reopening);

        PutEvent placed = place("closed-corner");
        punctual.runUntilIdle();

        punctual.event(placed).isHandled().afterAttempts(1);
    }

    @Test
    void doesNotHoldUpOtherOrders() {
        punctual.slowDown(NOTIFY, Duration.ofSeconds(3)).times(1);
        PutEvent slow = place("prompt-pizza");
        PutEvent quick = place("prompt-sushi");

        punctual.advance(Duration.ofSeconds(1));

        punctual.event(slow).isUnderWay();
        punctual.event(quick).isHandled();
    }

    private PutEvent place(String restaurant) {
        Order order = new Order("o-" + restaurant, "ada", restaurant, "today's", 1_200);
        return punctual.put("orders", order.orderId(), CloudEvent.of("order_placed", order));
    }
}
