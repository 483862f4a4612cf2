package dev.punctual.testkit;

import static dev.punctual.testkit.Kitchen.COOK;
import static dev.punctual.testkit.Kitchen.placed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FaultsOfThePlatformTest {

    private final Kitchen kitchen = new Kitchen();

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(kitchen);

    @Test
    void deliversABatchAgainWhoseProcessCrashed() {
        punctual.crash(COOK).whenever(context -> context.partitionKey().equals("table-2"));

        var soup = punctual.put("orders", "table-1", placed("soup"));
        var fish = punctual.put("orders", "table-2", placed("fish"));
        punctual.runUntilIdle();

        punctual.event(soup).isHandled().afterAttempts(2);
        punctual.event(fish).isHandled().afterAttempts(2);
        assertThat(kitchen.cooked).containsExactly("soup 1", "soup 1", "fish 1");
        assertThat(punctual.attempts(fish).get(0).end()).isEmpty();
    }

    @Test
    void losesTheNewsOfEffectsInACrashAfterThem() {
        punctual.crash(COOK).afterItsEffects();

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.runUntilIdle();

        punctual.event(soup).isHandled().afterAttempts(2);
        assertThat(kitchen.cooked).containsExactly("soup 1", "soup 1");
    }

    @Test
    void crashesWhatRuns() {
        punctual.slowDown(COOK, Duration.ofSeconds(2)).times(1);
        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.advance(Duration.ofSeconds(1));

        punctual.crash();
        punctual.runUntilIdle();

        punctual.event(soup).isHandled().afterAttempts(2).within(Duration.ofSeconds(3));
        assertThat(kitchen.cooked).containsExactly("soup 1");
    }

    @Test
    void deliversABatchTwice() {
        punctual.deliverNextBatchTwice();

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.runUntilIdle();

        punctual.event(soup).isHandled().afterAttempts(2);
        assertThat(kitchen.cooked).containsExactly("soup 1", "soup 1");
    }

    @Test
    void returnsEventsToTheStreamWhileTheRetryQueueIsOutOfOrder() {
        punctual.withConfig("backoff", "5s");
        punctual.fail(COOK, new IOException("no gas"))
                .whenever(context -> context.remaining().compareTo(Duration.ofSeconds(6)) > 0);
        punctual.breakRetryQueue("orders", Duration.ofSeconds(2));

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.runUntilIdle();

        punctual.event(soup).isHandled();
        assertThat(punctual.story()).contains(
                "returned to its source: the retry queue did not take it: orders-retry is out of order: InternalFailure");
    }

    @Test
    void keepsEventsWhileTheDeadLetterQueueIsOutOfOrder() {
        punctual.fail(COOK, new IllegalArgumentException("no such dish"));
        punctual.breakDeadLetterQueue("orders", Duration.ofSeconds(20));

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.advance(Duration.ofSeconds(19));

        punctual.event(soup).isUnderWay();
        assertThat(punctual.deadLetters()).isEmpty();
        punctual.runUntilIdle();
        punctual.event(soup).isDeadLettered();
        assertThat(punctual.deadLetters()).hasSize(1);
    }

    @Test
    void goesOnWhenTheStreamIsResharded() {
        punctual.withShards(2);
        var before = punctual.put("orders", "table-1", placed("soup"));

        punctual.reshard("orders", 4);
        var after = punctual.put("orders", "table-1", placed("cake"));
        punctual.runUntilIdle();

        assertThat(before.id().split(":")[0]).isNotEqualTo(after.id().split(":")[0]);
        assertThat(punctual.handled("table-1")).containsExactly(before, after);
    }

    @Test
    void tellsTwoEventsOfOneIdApart() {
        var soup = placed("soup").withId("order-7");

        var first = punctual.put("orders", "table-1", soup);
        var second = punctual.put("orders", "table-1", soup);
        punctual.runUntilIdle();

        assertThat(first.eventId()).isEqualTo(second.eventId()).isEqualTo("order-7");
        punctual.event(first).isHandled().afterAttempts(1);
        punctual.event(second).isHandled().afterAttempts(1);
    }
}
