package dev.punctual.wire.cloudevents;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.coding.ContentCoding;

class EventFormsTest {

    private static final OutgoingEnvelope OUTGOING = new OutgoingEnvelope("7", "/shop", "placed", "", Instant.EPOCH,
            Correlation.of("flow-1"),
            "", "application/json", utf8("{\"n\":1}"));

    private final EventForms forms = new EventForms(new JsonFactory(), "type", 10_000);

    @ParameterizedTest
    @CsvSource({ "CLOUDEVENTS_JSON,NONE", "CLOUDEVENTS_JSON,GZIP", "CLOUDEVENTS_JSON,ZSTD", "CLOUDEVENTS_PROTOBUF,NONE",
            "CLOUDEVENTS_PROTOBUF,GZIP", "CLOUDEVENTS_PROTOBUF,ZSTD" })
    void detectsEveryFormThatAProducerCanChoose(EnvelopeFormat format, ContentCoding coding) throws UndecodableException {
        Envelope envelope = forms.read(event(coding.encode(format.writer().write(OUTGOING))));

        assertThat(envelope).usingRecursiveComparison()
                .isEqualTo(new Envelope("7", "placed", Correlation.of("flow-1"), "application/json", utf8("{\"n\":1}")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "NONE", "GZIP", "ZSTD" })
    void detectsPlainJson(ContentCoding coding) throws UndecodableException {
        Envelope envelope = forms.read(event(coding.encode(utf8("{\"type\":\"placed\"}"))));

        assertThat(envelope.type()).isEqualTo("placed");
        assertThat(envelope.payload()).isEqualTo(utf8("{\"type\":\"placed\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\n{\"type\":\"t\"}", "\n\n {\"type\":\"t\"}" })
    void readsJsonWhoseFirstByteCouldBeProtobufs(String json) throws UndecodableException {
        assertThat(forms.read(event(utf8(json))).type()).isEqualTo("t");
    }

    @Test
    void readsProtobufWhoseFirstBytesCouldBeJsons() throws UndecodableException {
        // given: an id of 123 bytes, so that the event begins with a line feed and an opening brace
        OutgoingEnvelope event = new OutgoingEnvelope("x".repeat(123), "/s", "t", "", Instant.EPOCH, Correlation.NONE, "",
                "", new byte[0]);
        byte[] data = EnvelopeFormat.CLOUDEVENTS_PROTOBUF.writer().write(event);
        assertThat(new String(data, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("\n{");

        // when, then
        assertThat(forms.read(event(data)).id()).isEqualTo("x".repeat(123));
    }

    @Test
    void handsUnknownBytesOverDecompressedAndSaysWhatWasExpected() throws UndecodableException {
        byte[] data = { 12 << 3, 1 };

        Envelope envelope = forms.read(event(ContentCoding.GZIP.encode(data)));

        assertThat(envelope.payload()).isEqualTo(data);
        assertThat(envelope.type()).isEmpty();
        assertThat(envelope.fault()).startsWith("the event is not JSON");
    }

    @Test
    void saysWhyItIsNoProtobufEither() throws UndecodableException {
        byte[] whole = EnvelopeFormat.CLOUDEVENTS_PROTOBUF.writer().write(OUTGOING);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);

        assertThat(forms.read(event(cut)).fault())
                .contains("nor a CloudEvent in Protobuf's format: a length reaches beyond it, at byte ");
    }

    @Test
    void followsNoNestedCompression() throws UndecodableException {
        byte[] inner = ContentCoding.GZIP.encode(utf8("{\"type\":\"t\"}"));

        Envelope envelope = forms.read(event(ContentCoding.ZSTD.encode(inner)));

        assertThat(envelope.payload()).isEqualTo(inner);
        assertThat(envelope.fault()).isNotEmpty();
    }

    @Test
    void refusesEventsThatAreTooLarge() {
        byte[] large = utf8("{\"type\":\"t\",\"x\":\"" + "x".repeat(10_000) + "\"}");

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> forms.read(event(large)))
                .withMessage("the event has " + large.length
                        + " bytes, more than the 10000 of quarkus.punctual.max-event-size");
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> forms.read(event(ContentCoding.GZIP.encode(large))))
                .withMessageContaining("more than 10000 bytes");
    }
}
