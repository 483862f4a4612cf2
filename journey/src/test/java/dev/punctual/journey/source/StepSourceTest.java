package dev.punctual.journey.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Orders;
import dev.punctual.journey.step.Step;

class StepSourceTest {

    @TempDir
    Path folder;

    private List<Step> read(Path from) throws IOException {
        List<Step> steps = new ArrayList<>();
        new StepSource().read(from, steps::add);
        return steps;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void readsLinesOfFilesInFoldersCompressedOrNot() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("exported/stream"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(deep.resolve("000000.gz")))) {
            out.write(String.join("\n", Orders.lines().subList(0, 4)).getBytes(StandardCharsets.UTF_8));
        }
        file("rest.log", String.join("\r\n", Orders.lines().subList(4, 8)));

        assertThat(read(folder)).containsExactlyInAnyOrderElementsOf(Orders.steps());
    }

    @Test
    void readsWhatTheApiAnswers() throws IOException {
        String events = Orders.lines().stream().map(line -> "{\"timestamp\": 1,\n \"message\": \"" + quoted(line) + "\"}")
                .collect(Collectors.joining(",\n", "{\n\"events\": [\n", "]\n}\n"));
        String rows = Orders.lines().stream()
                .map(line -> "[{\"field\":\"@timestamp\",\"value\":\"2026\"},{\"field\":\"@message\",\"value\":\""
                        + quoted(line) + "\"}]")
                .collect(Collectors.joining(",", "{\"results\":[", "],\"status\":\"Complete\"}"));

        assertThat(read(file("events.json", events))).isEqualTo(Orders.steps());
        assertThat(read(file("rows.json", rows))).isEqualTo(Orders.steps());
        assertThat(read(file("line.json", "{\"status\":\"Complete\"," + rows.substring(1)))).isEqualTo(Orders.steps());
    }

    private static String quoted(String line) {
        return line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    }

    @Test
    void readsTraces() throws IOException {
        Path trace = file("trace.json", new String(
                StepSourceTest.class.getResourceAsStream("/dev/punctual/journey/trace.json").readAllBytes(),
                StandardCharsets.UTF_8));

        Journey journey = Journey.of("order-7", read(trace));

        assertThat(journey.lanes()).hasSize(2);
        assertThat(journey.lanes().get(0).steps()).hasSize(4);
        assertThat(journey.lanes().get(1).steps().get(0).what()).isInstanceOf(Step.Died.class);
        assertThat(journey.lanes().get(0).steps().get(0).what()).asString().contains("number=1", "BusyException");
    }

    @ParameterizedTest
    @ValueSource(strings = { "events", "results", "resourceSpans" })
    void readsStepsOfStreamsThatAreNamedLikePartsOfDocuments(String stream) throws IOException {
        String line = Orders.lines().get(2).replace("\"source\":\"orders\"", "\"source\":\"" + stream + "\"");

        assertThat(read(file("function.log", line))).singleElement()
                .satisfies(step -> assertThat(step.place().source()).isEqualTo(stream));
    }

    @ParameterizedTest
    @ValueSource(strings = { "got {\"events\": 5", "{\"orders\":1,\"results\":[", "{\n  \"total\" : 5,\n  \"lines\" : [ {",
            "[" })
    void passesOverWhatOthersWrite(String others) throws IOException {
        assertThat(read(file("before.log", others + '\n' + String.join("\n", Orders.lines())))).isEqualTo(Orders.steps());
        assertThat(read(file("before.log", "a line\n" + others + '\n' + String.join("\n", Orders.lines()))))
                .isEqualTo(Orders.steps());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"resourceSpans\":[{\"scopeSpans\":[", "{\n\"events\": [\n{", "{\"results\":[}]" })
    void refusesDocumentsThatAreCutOff(String document) throws IOException {
        Path cut = file("cut.json", document);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(cut)).withMessageContaining("cut.json");
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Path broken = folder.resolve("broken.gz");
        Files.write(broken, new byte[] { 0x1f, (byte) 0x8b, 1, 2, 3 });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(broken)).withMessageContaining("broken.gz");
    }

    @Test
    void asksForTheStepsOfOneJourney() {
        assertThat(LogQuery.of("order \"7\"")).isEqualTo("""
                fields @timestamp, @message
                | filter punctual = "step" and correlationId = "order \\"7\\""
                | sort @timestamp asc
                | limit 10000""");
    }
}
