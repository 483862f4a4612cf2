package dev.punctual.journey.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.journey.Orders;

class StepLinesTest {

    private final StepLines lines = new StepLines();

    @Test
    void takesWhatIsNullForUntold() {
        assertThat(lines.read("{\"punctual\":\"step\",\"step\":\"handled\",\"at\":\"2026-01-01T12:00:00Z\","
                + "\"function\":null,\"correlationId\":\"c\",\"eventId\":\"e\"}").orElseThrow().function()).isEmpty();
    }

    @Test
    void readsWhatFunctionsWriteAndPassesOverTheRest() {
        assertThat(Orders.lines()).hasSize(8);
        assertThat(Orders.steps()).hasSize(6);
    }

    @Test
    void readsAStepWithinALogLine() {
        String step = Orders.lines().get(1);

        assertThat(lines.read("{\"level\":\"INFO\",\"punctual\":" + step + "}")).isEqualTo(lines.read(step)).isPresent();
        assertThat(lines.read("{\"message\":\"" + step.replace("\"", "\\\"") + "\"}")).isEqualTo(lines.read(step));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "punctual", "{\"punctual\":\"step\"", "{\"punctual\":\"step\"}", "{\"punctual\":1}",
            "{\"punctual\":\"step\",\"step\":\"flown\",\"at\":\"2026-01-01T12:00:00Z\",\"correlationId\":\"c\",\"eventId\":\"e\"}",
            "{\"punctual\":\"step\",\"step\":\"handled\",\"at\":\"yesterday\",\"correlationId\":\"c\",\"eventId\":\"e\"}",
            "{\"punctual\":\"step\",\"step\":\"parked\",\"at\":\"2026-01-01T12:00:00Z\",\"correlationId\":\"c\",\"eventId\":\"e\",\"delay\":\"long\"}",
            "{\"message\":\"{\\\"message\\\":\\\"punctual\\\"}\"}" })
    void takesNothingElseForAStep(String line) {
        assertThat(lines.read(line)).isEmpty();
    }
}
