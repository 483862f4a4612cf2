package dev.punctual.testkit;

import static dev.punctual.testkit.Kitchen.COOK;
import static dev.punctual.testkit.Kitchen.WASH;
import static dev.punctual.testkit.Kitchen.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.OnEvent;
import dev.punctual.deadletter.Reason;

class PunctualTestTest {

    private final Kitchen kitchen = new Kitchen();

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(kitchen);

    @Test
    void handlesWhatIsPutOnceTheTimeMoves() {
        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.event(soup).isUnderWay().afterAttempts(0);

        punctual.runUntilIdle();

        punctual.event(soup).isHandled().afterAttempts(1).within(Duration.ofSeconds(1));
        assertThat(kitchen.cooked).containsExactly("soup 1");
    }

    @Test
    void failsAHandlerAsOftenAsTold() {
        punctual.fail(COOK, new IOException("no gas")).times(2);

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.runUntilIdle();

        punctual.event(soup).isHandled().afterAttempts(3).within(Duration.ofSeconds(5));
        assertThat(kitchen.cooked).containsExactly("soup 3");
        assertThat(punctual.attempts(soup)).extracting(HandlerCall::succeeded).containsExactly(false, false, true);
        assertThat(punctual.deadLetters()).isEmpty();
    }

    @Test
    void buriesWhatFailsForTooLong() {
        punctual.fail(COOK, new IOException("no gas"));

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.runUntilIdle();

        punctual.event(soup).isDeadLettered(Reason.DEADLINE).within(Duration.ofSeconds(10));
        assertThat(punctual.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.event().id()).isEqualTo(soup.id());
            assertThat(letter.attempts().count()).isEqualTo(punctual.attempts(soup).size()).isGreaterThan(2);
        });
    }

    @Test
    void heedsPermanentFailures() {
        punctual.fail(COOK, new IllegalArgumentException("no such dish"));

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.runUntilIdle();

        punctual.event(soup).isDeadLettered(Reason.PERMANENT).afterAttempts(1);
    }

    @Test
    void failsChosenEventsOnly() {
        punctual.fail(COOK, new IOException("table 2 must wait"))
                .whenever(context -> context.partitionKey().equals("table-2") && context.attempt() == 1);

        var soup = punctual.put("orders", "table-1", placed("soup"));
        var fish = punctual.put("orders", "table-2", placed("fish"));
        var cake = punctual.put("orders", "table-1", placed("cake"));
        punctual.runUntilIdle();

        assertThat(punctual.handled()).containsExactly(soup, cake, fish);
        assertThat(punctual.handled("table-1")).containsExactly(soup, cake);
        punctual.event(fish).isHandled().afterAttempts(2);
    }

    @Test
    void goesThroughTheRetryQueueWhereWaitsAreLong() {
        punctual.withConfig("backoff", "5s");
        punctual.fail(COOK, new IOException("no gas"))
                .whenever(context -> context.remaining().compareTo(Duration.ofSeconds(6)) > 0);

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.advance(Duration.ofSeconds(3));

        punctual.event(soup).isUnderWay();
        assertThat(punctual.story()).contains("was parked in the retry queue for");
        punctual.runUntilIdle();
        punctual.event(soup).isHandled().within(Duration.ofSeconds(10));
        assertThat(punctual.story()).contains("was delivered to function of orders-retry");
    }

    @Test
    void stopsTheTimeInTheMidstOfASlowCall() {
        punctual.slowDown(COOK, Duration.ofSeconds(3)).times(1);
        var soup = punctual.put("orders", "table-1", placed("soup"));
        var fish = punctual.put("orders", "table-2", placed("fish"));

        punctual.advance(Duration.ofSeconds(2));

        punctual.event(soup).isUnderWay().afterAttempts(1);
        punctual.event(fish).isHandled().within(Duration.ZERO);
        assertThat(punctual.now()).isEqualTo(soup.at().plusSeconds(2));
        punctual.advance(Duration.ofSeconds(1));
        punctual.event(soup).isHandled().within(Duration.ofSeconds(3));
    }

    @Test
    void interruptsACallThatOutlastsItsInvocation() {
        punctual.withFunctionTimeout(Duration.ofSeconds(4));
        punctual.slowDown(COOK, Duration.ofSeconds(8)).times(1);

        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.runUntilIdle();

        assertThat(punctual.attempts(soup)).hasSize(2).first().satisfies(cut -> {
            assertThat(cut.end()).contains(soup.at().plusMillis(3_750));
            assertThat(cut.failure()).containsInstanceOf(InterruptedException.class);
        });
        punctual.event(soup).isHandled();
    }

    @Test
    void handlesTheEventsOfQueues() {
        punctual.fail(WASH, new IOException("no water")).times(1);

        var plate = punctual.send("dishes", "{\"type\":\"plate\"}");
        punctual.runUntilIdle();

        punctual.event(plate).isHandled().afterAttempts(2);
        assertThat(kitchen.washed).containsExactly("{\"type\":\"plate\"}");
    }

    @Test
    void buriesWhatCannotBeReadOrHasNoHandler() {
        var garbage = punctual.put("orders", "table-1", new byte[] { 1, 2, 3 });
        var unknown = punctual.put("orders", "table-1", CloudEvent.of("order_eaten", new Kitchen.Order("soup")));
        var otherShape = punctual.put("orders", "table-1", CloudEvent.of("order_placed", 7));
        punctual.runUntilIdle();

        punctual.event(garbage).isDeadLettered(Reason.UNDECODABLE).afterAttempts(0);
        punctual.event(unknown).isDeadLettered(Reason.UNKNOWN_TYPE).afterAttempts(0);
        punctual.event(otherShape).by(COOK).isDeadLettered(Reason.UNDECODABLE);
    }

    @Test
    void repeatsExactly() {
        assertThat(storyOfAMess()).isEqualTo(storyOfAMess());
    }

    private static String storyOfAMess() {
        try (var test = PunctualTest.forHandlers(new Kitchen()).withShards(3)) {
            test.fail(COOK, new IOException("no gas")).whenever(context -> context.attempt() < 4);
            test.crash(COOK).whenever(context -> context.partitionKey().equals("table-3"));
            for (int table = 0; table < 8; table++) {
                test.put("orders", "table-" + table, placed("soup"));
            }
            test.runUntilIdle();
            return test.story();
        }
    }

    @Test
    void letsHandlersPutEvents() {
        class Waiter {
            @OnEvent(stream = "orders", type = "order_taken")
            void take(Kitchen.Order order) {
                waiters().put("orders", "table-1", placed(order.dish()));
            }

            private PunctualTest waiters() {
                return both;
            }
        }
        both = PunctualTest.forHandlers(kitchen, new Waiter());

        both.put("orders", "table-1", CloudEvent.of("order_taken", new Kitchen.Order("soup")));
        both.runUntilIdle();

        assertThat(both.events()).extracting(PutEvent::type).containsExactly("order_taken", "order_placed");
        assertThat(kitchen.cooked).containsExactly("soup 1");
    }

    private PunctualTest both = punctual;

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> punctual.put("order", "k", "{}"))
                .withMessage("no handler takes the events of a stream 'order'; there are handlers for [orders]");
        assertThatIllegalArgumentException().isThrownBy(() -> punctual.send("orders", "{}"))
                .withMessage("no handler takes the events of a queue 'orders'; there are handlers for [dishes]");
        assertThatIllegalArgumentException().isThrownBy(() -> punctual.fail("Kitchen.cok", new IOException()))
                .withMessage("no handler has the id 'Kitchen.cok'; there are [Kitchen.cook, Kitchen.wash]");
        assertThatIllegalArgumentException().isThrownBy(() -> punctual.slowDown(COOK, Duration.ZERO).times(0))
                .withMessage("HandlerFault: times must be at least 1, was 0");
        assertThatIllegalStateException().isThrownBy(() -> punctual.withShards(2))
                .withMessage("withShards comes too late: the test has begun; call it before the first event");
        assertThatIllegalStateException().isThrownBy(punctual::crash).withMessage(
                "no function runs at 2026-01-01T00:00:00Z; advance to when one does, such as within a handler that was slowed down");
        var elsewhere = new PutEvent(1, "orders/0:1", "1", "", "orders", "k", Instant.EPOCH);
        assertThatIllegalArgumentException().isThrownBy(() -> punctual.event(elsewhere))
                .withMessage("event 1 (on orders, key k) was put in another test");
    }

    @Test
    void tellsTheWholeStoryOfAnEventThatFaredOtherwise() {
        punctual.fail(COOK, new IOException("no gas")).times(1);
        var soup = punctual.put("orders", "table-1", placed("soup"));
        punctual.runUntilIdle();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> punctual.event(soup).isDeadLettered(Reason.DEADLINE)).withMessageMatching("""
                        \\QExpected event 1 (order_placed on orders, key table-1) to become a dead letter (DEADLINE) by \
                        Kitchen.cook, but it was handled.
                        What happened to event 1 (order_placed on orders, key table-1):
                          +0.000s  was put
                          +0.000s  was delivered to function of orders (request-1)
                          +0.000s  Kitchen.cook: attempt 1 failed: java.io.IOException: no gas
                        \\E  \\+0\\.\\d{3}s\\Q  Kitchen.cook: attempt 2 returned
                        \\E  \\+0\\.\\d{3}s\\Q  Kitchen.cook: was handled
                        \\E""");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> punctual.event(soup).isHandled().afterAttempts(1))
                .withMessageStartingWith("Expected event 1 (order_placed on orders, key table-1) to be tried once by"
                        + " Kitchen.cook, but it was tried 2 times.\nWhat happened");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> punctual.event(soup).within(Duration.ZERO))
                .withMessageContaining("to come to an end within 0.000s by Kitchen.cook, but it took 0.");
    }

    @Test
    void tellsWhatAnEventUnderWayWaitsFor() {
        punctual.slowDown(COOK, Duration.ofSeconds(3));
        var soup = punctual.put("orders", "table-1", placed("soup"));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> punctual.event(soup).isHandled())
                .withMessageContaining("but it was not tried yet.");
        punctual.advance(Duration.ofSeconds(1));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> punctual.event(soup).isHandled())
                .withMessageContaining("but its attempt has not ended.")
                .withMessageContaining("Kitchen.cook: attempt 1 has not ended");
    }
}
