package dev.punctual.template.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import dev.punctual.template.Applications;
import dev.punctual.template.application.Application;
import dev.punctual.template.design.Design;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.stack.Stack;

class TopologySchemaTest {

    private static final Path SCHEMA = Path.of("..", "docs", "topology.schema.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonSchema schema = schema();

    private static JsonSchema schema() {
        try (InputStream file = Files.newInputStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Stack> stacks() {
        return Stream.of(stack(Applications.oneHandler(), Settings.DEFAULT),
                stack(Applications.foodOrdering(), Applications.foodOrderingSettings()),
                stack(Applications.tenHandlers(), Applications.tenHandlersSettings()));
    }

    private static Stack stack(Application application, Settings settings) {
        return Design.of(application, settings).stack();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void describesTopologies(Stack stack) throws IOException {
        Set<ValidationMessage> mistakes = schema.validate(json(stack));

        assertThat(mistakes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void edgesJoinNodesThatAreThere(Stack stack) throws IOException {
        JsonNode topology = json(stack);

        List<String> ids = new ArrayList<>(List.of("application:" + topology.path("application").textValue()));
        for (String nodes : List.of("streams", "queues", "functions", "handlers")) {
            topology.path(nodes).forEach(node -> ids.add(node.path("id").textValue()));
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(topology.path("edges")).isNotEmpty().allSatisfy(edge -> assertThat(ids)
                .contains(edge.path("from").textValue(), edge.path("to").textValue()));
    }

    @ParameterizedTest
    @CsvSource({ "/streams/0,mode", "/streams/0,id", "/queues/0,purpose", "/functions/0,role", "/handlers/0,source",
            "/edges/0,kind" })
    void refusesTopologiesThatLackAMember(String owner, String member) throws IOException {
        JsonNode topology = json(stack(Applications.foodOrdering(), Settings.DEFAULT));
        ((ObjectNode) topology.at(owner)).remove(member);

        assertThat(schema.validate(topology)).isNotEmpty();
    }

    @Test
    void refusesLaterVersions() throws IOException {
        ObjectNode topology = (ObjectNode) json(stack(Applications.oneHandler(), Settings.DEFAULT));
        topology.put("version", Topology.VERSION + 1);

        assertThat(schema.validate(topology)).isNotEmpty();
    }

    @Test
    void endsLinesAlikeOnEverySystem() {
        String json = Topology.of(stack(Applications.oneHandler(), Settings.DEFAULT)).json();

        assertThat(json).doesNotContain("\r").startsWith("{\n  \"version\" : 1,\n").endsWith("}\n");
    }

    private static JsonNode json(Stack stack) throws IOException {
        return MAPPER.readTree(Topology.of(stack).json());
    }
}
