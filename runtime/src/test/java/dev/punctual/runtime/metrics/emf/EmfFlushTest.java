package dev.punctual.runtime.metrics.emf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;

class EmfFlushTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final EmfRegistry registry = new EmfRegistry(List.of("jvm."), 200, Clock.SYSTEM);
    private final List<String> lines = new ArrayList<>();
    private final EmfFlush flush = new EmfFlush(registry, new EmfLine(new JsonFactory(), "Punctual"), InstantSource.fixed(NOW),
            line -> lines.add(new String(line, StandardCharsets.UTF_8)));

    private List<JsonNode> invoke(Runnable work) {
        lines.clear();
        flush.began("orders-stream", "request-1", NOW.plusSeconds(30));
        work.run();
        flush.answering(NOW.plusSeconds(30));
        return lines.stream().map(EmfFlushTest::valid).toList();
    }

    private static JsonNode valid(String line) {
        assertThat(line).endsWith("}\n").hasSizeLessThan(1 << 20);
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        try (InputStream schema = EmfFlushTest.class.getResourceAsStream("emf.schema.json")) {
            JsonSchema rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
            JsonNode document = new ObjectMapper().readTree(line);
            assertThat(rules.validate(document)).isEmpty();
            for (JsonNode directive : document.path("_aws").path("CloudWatchMetrics")) {
                directive.path("Metrics").forEach(metric -> assertThat(document.has(metric.path("Name").asText())).isTrue());
                directive.path("Dimensions").forEach(
                        set -> set.forEach(dimension -> assertThat(document.path(dimension.asText()).isTextual()).isTrue()));
            }
            return document;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void handled(String handler, int times) {
        for (int i = 0; i < times; i++) {
            registry.timer("punctual.events", "handler", handler, "outcome", "handled", "reason", "none")
                    .record(Duration.ofMillis(250));
            registry.summary("punctual.attempts", "handler", handler).record(1);
        }
        registry.summary("punctual.batch.size", "source", "orders").record(times);
    }

    @Test
    void writesOneLineForAnInvocationOfOneHandler() {
        List<JsonNode> documents = invoke(() -> handled("Orders.placed", 100));

        assertThat(documents).singleElement().satisfies(document -> {
            assertThat(document.path("handler").asText()).isEqualTo("Orders.placed");
            assertThat(document.path("source").asText()).isEqualTo("orders");
            assertThat(document.path("function").asText()).isEqualTo("orders-stream");
            assertThat(document.path("requestId").asText()).isEqualTo("request-1");
            assertThat(document.path("_aws").path("Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
            assertThat(document.path("punctual.events.handled")).hasToString(
                    "{\"Values\":[250],\"Counts\":[100],\"Max\":250,\"Min\":250,\"Count\":100,\"Sum\":25000}");
            assertThat(document.path("punctual.attempts").path("Values")).hasToString("[1]");
        });
    }

    @Test
    void writesALineForEachHandlerSinceADocumentHasOneValueOfADimension() {
        List<JsonNode> documents = invoke(() -> {
            handled("Orders.placed", 2);
            handled("Orders.paid", 3);
        });

        assertThat(documents).extracting(document -> document.path("handler").asText()).containsExactlyInAnyOrder(
                "Orders.placed",
                "Orders.paid");
    }

    @Test
    void writesNothingOfWhatDidNotHappen() {
        invoke(() -> handled("Orders.placed", 1));

        assertThat(invoke(() -> {
        })).isEmpty();
        assertThat(invoke(() -> registry.counter("punctual.late", "handler", "h").increment())).singleElement()
                .satisfies(document -> {
                    assertThat(document.path("punctual.late").asInt()).isEqualTo(1);
                    assertThat(document.has("punctual.events.handled")).isFalse();
                });
    }

    @Test
    void namesWhatDeadLettersDiedOf() {
        List<JsonNode> documents = invoke(() -> registry
                .timer("punctual.events", "handler", "h", "outcome", "dead-lettered", "reason", "unknown-type")
                .record(Duration.ofMillis(1)));

        assertThat(documents).singleElement()
                .satisfies(document -> assertThat(document.has("punctual.events.dead-lettered.unknown-type")).isTrue());
    }

    @Test
    void writesWhatApplicationsMeasureWithTheirOwnTagsAsDimensions() {
        AtomicInteger queue = new AtomicInteger(7);
        List<JsonNode> documents = invoke(() -> {
            registry.counter("pizzas", "size", "large").increment(2);
            Gauge.builder("oven", queue, AtomicInteger::get).register(registry);
            registry.more().counter("calls", Tags.empty(), queue);
        });

        assertThat(documents).singleElement().satisfies(document -> {
            assertThat(document.path("size").asText()).isEqualTo("large");
            assertThat(document.path("pizzas").asInt()).isEqualTo(2);
            assertThat(document.path("oven").asInt()).isEqualTo(7);
            assertThat(document.path("calls").asInt()).isEqualTo(7);
        });
        queue.set(9);
        assertThat(invoke(() -> {
        })).singleElement()
                .satisfies(document -> assertThat(document.path("calls").asInt()).as("since the last line").isEqualTo(2));
    }

    @Test
    void keepsToTheMostMetricsOfADirective() {
        List<JsonNode> documents = invoke(
                () -> IntStream.range(0, 150).forEach(i -> registry.counter("own." + i).increment()));

        assertThat(documents).hasSize(2);
    }

    @Test
    void leavesOutWhatIsExcludedAndWhatIsTooMuch() {
        List<JsonNode> documents = invoke(() -> {
            registry.counter("jvm.threads").increment();
            IntStream.range(0, 500).forEach(i -> registry.counter("own", "customer", "c-" + i).increment());
        });

        assertThat(documents).hasSize(200);
        assertThat(registry.getMeters()).hasSize(200);
    }
}
