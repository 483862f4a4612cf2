package dev.punctual.journey.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Orders;
import dev.punctual.journey.step.Step;

class ViewsTest {

    private static final String HOSTILE = "<script>alert(\"1\")</script>&'\n\u001b[31m";

    private static Journey hostile() {
        return Journey.of(HOSTILE, List.of(new Step(Instant.EPOCH, new Step.Event(HOSTILE, HOSTILE, HOSTILE, HOSTILE), HOSTILE,
                new Step.Place(HOSTILE, Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH.plusSeconds(1))), HOSTILE,
                new Step.Returned(HOSTILE))));
    }

    @Test
    void showsAJourneyAsText() {
        assertThat(new TextView(80).show(Orders.journey())).isEqualTo("""
                Journey order-7: 2 events in 5 s, 1 dead letter
                from 2026-01-01T12:00:00Z
                = attempt  x failed  o handled  . waits  p parked  D dead letter  | deadline

                order_placed e-1
                Kitchen.placed, from orders, arrived +0 ms, deadline +10 s
                p.........................=o                                                   |
                      +12 ms  attempt 1 failed after 35 ms: BusyException (orders-stream)
                      +60 ms  parked for 3 s (orders-stream)
                      +3.3 s  attempt 2 succeeded after 80 ms (orders-stream)
                     +3.37 s  published paid e-2 to payments (orders-stream)

                  paid e-2
                  Till.paid, from payments, arrived +3.4 s, deadline +5.4 s
                                            ............xD  |
                        +4.9 s  attempt 1 failed after 90 ms: ClosedException (orders-stream)
                          +5 s  dead letter: PERMANENT, attempts 1 (orders-stream)
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 40, 79, 200 })
    void keepsWithinTheWidth(int width) {
        assertThat(new TextView(width).show(Orders.journey()).lines()).allMatch(line -> line.length() <= Math.max(40, width));
    }

    @Test
    void letsNoTextBecomeMarkupOrControlTheTerminal() {
        String page = new HtmlView().show(hostile());

        assertThat(page).doesNotContain("<script", "\u001b").contains("&lt;script&gt;");
        assertThat(new TextView(100).show(hostile())).doesNotContain("\u001b", "\n\u001b");
    }

    @Test
    void drawsEachStepWithItsWords() {
        String page = new HtmlView().show(Orders.journey());

        assertThat(page).contains("<svg ", "role=\"img\"", "<title id=\"title\">Journey order-7</title>",
                "+12 ms", "attempt 1 failed after 35 ms: BusyException", "parked for 3 s", "dead letter: PERMANENT",
                "prefers-color-scheme:dark");
        assertThat(page.split("class=\"deadline\"")).as("a deadline for each event, and in the legend").hasSize(4);
        assertThat(page).contains(">attempt succeeded</text>", ">attempt failed</text>", ">parked</text>", ">published</text>",
                ">dead letter</text>", ">deadline</text>").doesNotContain(">back to its source</text>");
    }

    @Test
    void drawsWhatEndsOtherwiseAndDeadlinesBeyondTheEdge() {
        Step.Place place = new Step.Place("orders", Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH.plusSeconds(60)));
        Step.Event event = new Step.Event("order-7", "", "e-1", "order_placed");
        Journey journey = Journey.of("order-7", List.of(
                new Step(Instant.EPOCH.plusMillis(10), event, "Kitchen.placed", place, "",
                        new Step.Returned("the function ends")),
                new Step(Instant.EPOCH.plusMillis(90), event, "Kitchen.placed", place, "", new Step.Ended("superseded"))));

        assertThat(SvgDrawing.of(journey)).contains("+10 ms back to its source: the function ends", "+90 ms superseded",
                ">superseded, duplicate or ignored</text>", "l6 6-6 6\"><title>deadline +1 min</title>");
    }

    @Test
    void tellsScriptsTheSame() {
        assertThat(new JsonView().show(Orders.journey()))
                .startsWith("{\"correlationId\":\"order-7\",\"start\":\"2026-01-01T12:00:00Z\"")
                .contains("\"fate\":\"dead\"", "\"causationId\":\"e-1\"");
    }
}
