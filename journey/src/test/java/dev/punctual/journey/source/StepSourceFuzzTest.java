package dev.punctual.journey.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.punctual.journey.Journey;
import dev.punctual.journey.step.Step;
import dev.punctual.journey.view.HtmlView;
import dev.punctual.journey.view.JsonView;
import dev.punctual.journey.view.TextView;

class StepSourceFuzzTest {

    private final StepSource source = new StepSource();

    @FuzzTest(maxDuration = "5s")
    void showsWhatItReadsOrRefusesTheFile(byte[] file) {
        showsOrRefuses(file);
    }

    @FuzzTest(maxDuration = "5s")
    void showsTheStepsOfTracesOrRefusesThem(byte[] spans) {
        showsOrRefuses(
                ("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + new String(spans, StandardCharsets.UTF_8) + "]}]}]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest(maxDuration = "5s")
    void showsAStepWhateverItsFieldsSay(byte[] fields) {
        showsOrRefuses(("{\"punctual\":\"step\",\"correlationId\":\"c\",\"eventId\":\"e\","
                + new String(fields, StandardCharsets.UTF_8) + "}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void showsOrRefuses(byte[] file) {
        List<Step> steps = new ArrayList<>();
        try {
            source.read(new ByteArrayInputStream(file), steps::add);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        if (!steps.isEmpty()) {
            Journey journey = Journey.of(steps.get(0).event().correlationId(), steps);
            assertThat(new TextView(100).show(journey)).isNotBlank();
            assertThat(new HtmlView().show(journey)).endsWith("</html>\n");
            assertThat(new JsonView().show(journey)).endsWith("}");
        }
    }
}
