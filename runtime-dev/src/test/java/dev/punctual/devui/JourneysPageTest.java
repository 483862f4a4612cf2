package dev.punctual.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class JourneysPageTest {

    private final StepRecorder recorder = new StepRecorder(1_000);
    private final JourneysPage page = new JourneysPage(recorder);

    private static byte[] line(String correlationId, String eventId, String step, String at, String more) {
        return """
                {"punctual":"step","step":"%s","at":"2026-01-01T12:00:%sZ","function":"orders-stream","requestId":"r-1",\
                "correlationId":"%s","eventId":"%s","type":"order_placed","handler":"Orders.placed","source":"orders",\
                "arrival":"2026-01-01T12:00:00Z","deadline":"2026-01-01T12:00:05Z"%s}
                """.formatted(step, at, correlationId, eventId, more).getBytes(StandardCharsets.UTF_8);
    }

    private void handled(String correlationId, String at) {
        recorder.record(line(correlationId, "e-1", "attempt", at, ",\"number\":1,\"start\":\"2026-01-01T12:00:00.1Z\""));
        recorder.record(line(correlationId, "e-1", "handled", at, ""));
    }

    @Test
    void listsJourneysByTheirLatestStepWithTheWorstThatBecameOfThem() {
        handled("order-1", "01");
        handled("order-2", "03");
        recorder.record(line("order-1", "e-2", "dead-letter", "02", ",\"reason\":\"DEADLINE\",\"attempts\":3"));

        assertThat(page.rows("")).containsExactly(
                new JourneyRow("order-2", 1, 2, "handled", "2026-01-01T12:00:00Z", "2026-01-01T12:00:03Z"),
                new JourneyRow("order-1", 2, 3, "dead", "2026-01-01T12:00:00Z", "2026-01-01T12:00:02Z"));
        assertThat(page.rows("er-1")).extracting(JourneyRow::correlationId).containsExactly("order-1");
    }

    @Test
    void showsOneJourney() {
        handled("order-1", "01");
        handled("order-2", "03");

        JourneyView shown = page.journey("order-1").orElseThrow();

        assertThat(shown.heading()).startsWith("1 event in ");
        assertThat(shown.drawing()).startsWith("<svg").contains("order_placed e-1");
        assertThat(shown.lanes()).singleElement().satisfies(lane -> {
            assertThat(lane.about()).isEqualTo("Orders.placed, from orders · deadline +5 s");
            assertThat(lane.steps()).extracting(JourneyView.StepView::words)
                    .containsExactly("attempt 1 succeeded after 900 ms (orders-stream)", "handled (orders-stream)");
        });
        assertThat(page.journey("order-3")).isEmpty();
    }

    @Test
    void forgetsTheOldestSteps() {
        IntStream.range(0, 1_001).forEach(i -> recorder.record(line("order-" + i, "e", "handled", "01", "")));

        assertThat(recorder.steps()).hasSize(1_000);
        assertThat(page.journey("order-0")).isEmpty();
        assertThat(page.journey("order-1")).isPresent();
        assertThat(page.rows("")).hasSize(JourneysPage.MOST_ROWS);
    }

    @Test
    void leavesOutWhatIsNoStep() {
        recorder.record("{\"punctual\":\"step\"".getBytes(StandardCharsets.UTF_8));

        assertThat(recorder.steps()).isEmpty();
    }
}
