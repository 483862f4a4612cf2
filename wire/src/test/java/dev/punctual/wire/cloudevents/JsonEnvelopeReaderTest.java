package dev.punctual.wire.cloudevents;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;

/** Plain JSON, and what is no event at all; see {@link CloudEventsTest} for CloudEvents. */
class JsonEnvelopeReaderTest {

    private final JsonEnvelopeReader reader = new JsonEnvelopeReader(new JsonFactory(), "type");

    private Envelope read(String json) throws UndecodableException {
        return reader.read(utf8(json));
    }

    @Test
    void readsTheTypeOfAPlainObjectAndHandsItOverWhole() throws UndecodableException {
        byte[] data = utf8("{\"amount\": 3, \"type\": \"order_placed\", \"id\": \"7\"}");

        Envelope envelope = reader.read(data);

        assertThat(envelope.type()).isEqualTo("order_placed");
        assertThat(envelope.payload()).isSameAs(data);
        assertThat(envelope.contentType()).isEqualTo("application/json");
        assertThat(envelope.id()).isEmpty();
        assertThat(envelope.correlation().correlationId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"type\":null}", "{\"type\":1}", "{\"type\":{\"type\":\"no\"}}", "{\"type\":[\"no\"]}",
            "{\"data\":{\"type\":\"no\"}}", "{\"a\":[{\"type\":\"no\"}]}", "{\"Type\":\"no\"}", "{\"type\":\"\"}" })
    void readsNoTypeWhereTheFieldIsMissingNestedOrNotText(String json) throws UndecodableException {
        assertThat(read(json).type()).isEmpty();
    }

    @Test
    void readsTheTypeFromAnotherFieldWhenToldSo() throws UndecodableException {
        JsonEnvelopeReader other = new JsonEnvelopeReader(new JsonFactory(), "eventName");

        Envelope envelope = other.read(utf8("{\"type\":\"no\",\"eventName\":\"ä🍕\",\"x\":{\"eventName\":\"no\"}}"));

        assertThat(envelope.type()).isEqualTo("ä🍕");
    }

    @ParameterizedTest
    @ValueSource(strings = { "data", "id", "specversion", "data_base64" })
    void readsTheTypeFromAFieldThatCloudEventsUseToo(String field) throws UndecodableException {
        JsonEnvelopeReader other = new JsonEnvelopeReader(new JsonFactory(), field);

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> other.read(utf8("{\"" + field + "\":")));
        assertThat(other.read(utf8("{\"data\":\"b3JkZXI=\",\"id\":\"b3JkZXI=\",\"data_base64\":\"b3JkZXI=\"}")).payload())
                .isNotEmpty();
    }

    @Test
    void readsAPlainObjectWhateverItsOtherFieldsHold() throws UndecodableException {
        // given: fields that mean something in a CloudEvent only
        String json = "{\"type\":\"t\",\"data_base64\":\"not base64!\",\"specversion\":1.0,\"data\":[],\"id\":{}}";

        // when, then
        assertThat(read(json).type()).isEqualTo("t");
        assertThat(read(json).payload()).isEqualTo(utf8(json));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "null", "true", "1", "\"{}\"", "[]", "[{\"type\":\"t\"}]" })
    void refusesWhatIsNoObject(String json) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> read(json))
                .withMessage("the event is not a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{} {}", "{}}", "{}x", "{\"type\":\"t\"}\u0000", "{\"type\":\"t\"},", "{\"type\":\"t\"}1" })
    void refusesBytesAfterTheObject(String json) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> read(json));
    }

    @Test
    void takesWhiteSpaceAroundTheObject() throws UndecodableException {
        assertThat(read(" \r\n\t{\"type\":\"t\"} \n").type()).isEqualTo("t");
    }

    @Test
    void refusesAnEventThatIsCutAtAnyByteAndTellsOnlyWhere() {
        byte[] event = utf8("{\"type\":\"marker\",\"n\":-1.5e3,\"a\":[true,null,{\"ä\":\"\\u00e4🍕\"}]}");
        for (int length = 0; length < event.length; length++) {
            byte[] cut = Arrays.copyOf(event, length);
            assertThatExceptionOfType(UndecodableException.class).as("cut to %s bytes", length)
                    .isThrownBy(() -> reader.read(cut)).withNoCause()
                    .withMessageMatching("the event is not (a JSON object|JSON, from byte \\d+ on)");
        }
    }

    @Test
    void refusesObjectsThatAreNestedBeyondMeasure() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> read(deep)).withMessage("the event is not JSON");
    }

    @Test
    void refusesJsonInAnotherEncodingThanUtf8() {
        String event = "{\"specversion\":\"1.0\",\"type\":\"t\",\"data\":{\"a\":1}}";

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader.read(event.getBytes(StandardCharsets.UTF_16BE)));
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader.read(event.getBytes(StandardCharsets.UTF_16LE)));
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader.read(event.getBytes(StandardCharsets.UTF_16)));
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader.read(event.getBytes(java.nio.charset.Charset.forName("UTF-32BE"))));
    }
}
