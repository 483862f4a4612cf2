package dev.punctual.wire.cloudevents;

import static dev.punctual.wire.testing.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.event.ContentTypes;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;
import io.cloudevents.v1.proto.CloudEvent;

class EventFormsFuzzTest {

    private static final EventForms FORMS = new EventForms(new JsonFactory(), "type", 1 << 20);
    private static final JsonEnvelopeReader JSON = new JsonEnvelopeReader(new JsonFactory(), "kind");
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @FuzzTest(maxDuration = "10s")
    void readsOrRefusesAnyBytes(byte[] data) {
        try {
            assertThat(FORMS.read(event(data)).payload()).isNotNull();
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).startsWith("the event");
        }
    }

    @FuzzTest(maxDuration = "10s")
    void takesNothingForPlainThatTheParserRefuses(byte[] data) throws UndecodableException {
        String type = PlainJson.typeOf(data, "kind".getBytes(StandardCharsets.UTF_8));
        if (type != null && !JsonEnvelopeReader.isWide(data)) {
            assertThat(JSON.parse(data).type()).isEqualTo(type);
        }
    }

    @FuzzTest(maxDuration = "10s")
    void findsInJsonWhatATreeOfItHolds(byte[] data) throws IOException {
        Envelope envelope;
        try {
            envelope = JSON.read(data);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        Optional<JsonNode> whole = tree(data);
        if (whole.isEmpty()) {
            return;
        }
        JsonNode tree = whole.get();
        if (!tree.path("specversion").isTextual()) {
            assertThat(envelope.type()).isEqualTo(tree.path("kind").isTextual() ? tree.path("kind").textValue() : "");
            return;
        }
        assertThat(envelope.type()).isEqualTo(tree.get("type").asText());
        if (tree.has("data") && tree.path("data_base64").asText("").isEmpty() && ContentTypes.isJson(envelope.contentType())) {
            assertThat(MAPPER.readTree(envelope.payload())).isEqualTo(tree.get("data"));
        }
    }

    /**
     * Empty for one difference between Jackson and itself: a parser that has met the name "d" before takes a byte 0xFF and a
     * "d" for that name, since its table of names fills up short ones with such bytes; one that has not refuses it.
     */
    private static Optional<JsonNode> tree(byte[] data) throws IOException {
        try {
            return Optional.of(MAPPER.readTree(data));
        } catch (JsonParseException e) {
            if (e.getOriginalMessage().startsWith("Invalid UTF-8 start byte 0xff")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @FuzzTest(maxDuration = "10s")
    void takesNoProtobufThatIsNoCloudEvent(byte[] data) throws IOException {
        Envelope envelope;
        try {
            envelope = ProtobufEnvelopeReader.read(data);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        CloudEvent theirs = CloudEvent.parseFrom(data);
        assertThat(envelope.id()).isEqualTo(theirs.getId());
        assertThat(envelope.type()).isEqualTo(theirs.getType());
        assertThat(theirs.getSpecVersion()).isEqualTo("1.0");
    }
}
