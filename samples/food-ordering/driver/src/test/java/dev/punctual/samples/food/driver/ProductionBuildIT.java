package dev.punctual.samples.food.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed has nothing of Dev UI: no page, no class that answers it, no server and no route that could lead to it. */
class ProductionBuildIT {

    /** Of libraries, of classes and resources, and of what generated classes name: a route is recorded as a constant. */
    private static final List<String> TRACES = List.of("quarkus-punctual-dev", "dev/punctual/devui", "dev.punctual.devui",
            "punctual-dead-letters", "qwc-punctual-journeys", "punctual-journey-", "quarkus-devui", "quarkus-vertx-http",
            "q/dev-ui");

    @ParameterizedTest
    @ValueSource(strings = { "functions.zip", "functions-protobuf.zip" })
    void hasNoTraceOfDevUi(String artefact) throws IOException {
        List<String> entries = new ArrayList<>();
        List<String> traces = new ArrayList<>();

        try (InputStream zip = Files.newInputStream(Path.of(System.getProperty(artefact)))) {
            search(zip, "", entries, traces);
        }

        assertThat(entries).as("the deployed files")
                .anyMatch(entry -> entry.endsWith("dev/punctual/samples/food/restaurant/Restaurants.class"))
                .anyMatch(entry -> entry.endsWith("dev/punctual/runtime/EventFunction.class"));
        assertThat(traces).isEmpty();
    }

    /** Looks into every file, those of the libraries included. */
    private static void search(InputStream archive, String folder, List<String> entries, List<String> traces)
            throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = folder + entry.getName();
            byte[] content = zip.readAllBytes();
            entries.add(name);
            tracesOf(name, content).forEach(traces::add);
            if (name.endsWith(".jar")) {
                search(new ByteArrayInputStream(content), name + "!", entries, traces);
            }
        }
    }

    private static Stream<String> tracesOf(String name, byte[] content) {
        boolean generatedOrOurs = !name.contains("!") || name.contains("punctual");
        // The extension's own descriptor tells Quarkus what to add in dev mode; nothing reads it at run time.
        boolean searched = generatedOrOurs && !name.endsWith(".jar") && !name.contains("META-INF/quarkus-extension.")
                && !name.contains("META-INF/maven/");
        String text = searched ? new String(content, StandardCharsets.ISO_8859_1) : "";
        return TRACES.stream().filter(trace -> name.contains(trace) || text.contains(trace))
                .map(trace -> trace + " in " + name);
    }
}
