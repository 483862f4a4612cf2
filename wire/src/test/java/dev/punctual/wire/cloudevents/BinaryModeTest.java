package dev.punctual.wire.cloudevents;

import static dev.punctual.wire.testing.Samples.NOW;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.coding.ContentCoding;

class BinaryModeTest {

    private final EventForms forms = new EventForms(new JsonFactory(), "type", 1_000);

    private Envelope read(Map<String, String> attributes, byte[] body) throws UndecodableException {
        return forms.read(new EventRecord(queue("orders"), "", "m-1", EventRecord.ALONE, "", NOW, body, attributes));
    }

    private Envelope encoded(String encoding, byte[] body) throws UndecodableException {
        return read(Map.of("ce-specversion", "1.0", "ce-type", "placed", "content-encoding", encoding), body);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ce-", "ce_" })
    void readsTheEnvelopeFromTheAttributesAndHandsTheBodyOver(String prefix) throws UndecodableException {
        Map<String, String> attributes = Map.of(prefix + "specversion", "1.0", prefix + "id", "7", prefix + "type", "placed",
                prefix + "source", "/shop", prefix + "correlationid", "flow-1", "content-type", "application/xml");
        byte[] body = utf8("{\"type\":\"no\"}");

        Envelope envelope = read(attributes, body);

        assertThat(envelope).usingRecursiveComparison()
                .isEqualTo(new Envelope("7", "placed", Correlation.of("flow-1"), "application/xml", body));
    }

    @ParameterizedTest
    @ValueSource(strings = { "content-type", "datacontenttype", "ce-datacontenttype", "ce_datacontenttype" })
    void takesTheContentTypeByAnyOfItsNames(String name) throws UndecodableException {
        Map<String, String> attributes = new HashMap<>(Map.of("ce-specversion", "1.0", "ce-type", "placed"));
        attributes.put(name, "text/csv");

        assertThat(read(attributes, utf8("1,2")).contentType()).isEqualTo("text/csv");
    }

    @Test
    void readsTheBodyItselfWhereTheAttributesAreNoCloudEvents() throws UndecodableException {
        Envelope envelope = read(Map.of("ce-type", "no", "trace", "1"), utf8("{\"type\":\"placed\"}"));

        assertThat(envelope.type()).isEqualTo("placed");
    }

    @Test
    void refusesAnEventWithoutType() {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> read(Map.of("ce-specversion", "1.0"), utf8("{}")))
                .withMessage("the CloudEvent has no type: the message has no attribute ce-type");
    }

    @Test
    void decodesBase64() throws UndecodableException {
        assertThat(encoded("base64", utf8("AP+Afw==")).payload()).containsExactly(0, 255, 128, 127);
        assertThat(encoded("identity", utf8("AP+Afw==")).payload()).isEqualTo(utf8("AP+Afw=="));
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> encoded("base64", utf8("!")))
                .withMessage("the CloudEvent's data is not base64, as its content-encoding says");
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void decompressesWhatIsBase64Too(ContentCoding coding) throws UndecodableException {
        byte[] body = Base64.getEncoder().encode(coding.encode(utf8("hello")));

        assertThat(encoded(coding.name(), body).payload()).isEqualTo(utf8("hello"));
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> encoded(coding.name(), utf8("aGVsbG8=")))
                .withMessage("the CloudEvent's data is not in its content-encoding");
        byte[] bomb = Base64.getEncoder().encode(coding.encode(new byte[100_000]));
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> encoded(coding.name(), bomb))
                .withMessageContaining("more than 1000 bytes");
    }

    @Test
    void refusesAnUnknownEncoding() {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> encoded("br", utf8("x")))
                .withMessage("the CloudEvent's content-encoding is unknown; expected base64, gzip, zstd or identity");
    }
}
