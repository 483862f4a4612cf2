package dev.punctual.wire.cloudevents;

import static dev.punctual.wire.testing.Samples.FLOW;
import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;

class EnvelopeWriterTest {

    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00.5Z");

    private final EventForms forms = new EventForms(new JsonFactory(), "type", 100_000);

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static OutgoingEnvelope outgoing(String contentType, byte[] data) {
        return new OutgoingEnvelope("7\"ä", "/shop", "placed", "cart", TIME, FLOW, "k", contentType, data);
    }

    private static String json(OutgoingEnvelope event) {
        return new String(EnvelopeFormat.CLOUDEVENTS_JSON.writer().write(event), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(value = EnvelopeFormat.class, names = { "CLOUDEVENTS_JSON", "CLOUDEVENTS_PROTOBUF" })
    void writesWhatTheReaderReads(EnvelopeFormat format) throws UndecodableException {
        byte[][] payloads = { utf8("{\"a\": 1 }"), utf8("\"x\""), utf8("hi \"ä🍕\"\n"), { 0, -1, -128 }, {} };
        String[] types = { "application/json", "application/vnd.shop+json", "text/plain;charset=utf-8", "application/protobuf",
                "application/x-unknown" };
        for (int i = 0; i < payloads.length; i++) {
            Envelope envelope = forms.read(event(format.writer().write(outgoing(types[i], payloads[i]))));

            assertThat(envelope.payload()).as(types[i]).isEqualTo(payloads[i]);
            assertThat(envelope.id()).isEqualTo("7\"ä");
            assertThat(envelope.type()).isEqualTo("placed");
            assertThat(envelope.correlation()).isEqualTo(FLOW);
            if (payloads[i].length > 0) {
                assertThat(envelope.contentType()).isEqualTo(types[i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "application/json | {\"a\":1} | \"data\":{\"a\":1}}",
            "text/plain | a\"b | \"data\":\"a\\\"b\"}", "application/protobuf | abc | \"data_base64\":\"YWJj\"}" })
    void embedsJsonAsJsonTextAsTextAndTheRestAsBase64(String contentType, String data, String end) {
        assertThat(json(outgoing(contentType, utf8(data)))).endsWith(end);
    }

    @Test
    void writesTextThatIsNotUtf8AsBase64() {
        assertThat(json(outgoing("text/plain", new byte[] { -1 }))).endsWith("\"data_base64\":\"/w==\"}");
    }

    @Test
    void leavesOutWhatIsEmpty() {
        OutgoingEnvelope bare = new OutgoingEnvelope("7", "/s", "t", "", TIME, Correlation.NONE, "", "application/json",
                new byte[0]);

        assertThat(json(bare)).isEqualTo(
                "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"/s\",\"type\":\"t\",\"time\":\"2026-01-01T12:00:00.500Z\"}");
    }

    @Test
    void isReadByCloudEventsOwnJsonFormat() {
        CloudEvent theirs = new JsonFormat().deserialize(utf8(json(outgoing("application/json", utf8("{\"a\":1}")))));

        assertThat(theirs.getId()).isEqualTo("7\"ä");
        assertThat(theirs.getSubject()).isEqualTo("cart");
        assertThat(theirs.getTime()).isEqualTo("2026-01-01T12:00:00.5Z");
        assertThat(theirs.getExtension("partitionkey")).isEqualTo("k");
        assertThat(theirs.getExtension("xcorrelationuser")).isEqualTo("u-1");
        assertThat(theirs.getData().toBytes()).isEqualTo(utf8("{\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "{}}", "{} {}", "x", " ", "\uFEFF{}", "\u0000{" })
    void refusesDataThatIsSaidToBeJsonAndIsNot(String data) {
        assertThatIllegalArgumentException().isThrownBy(() -> json(outgoing("application/json", utf8(data))))
                .withMessage("the data is said to be JSON and is not, or not in UTF-8");
    }

    @Test
    void writesNoEnvelopeWhereNoneIsWanted() {
        byte[] data = { 1, 2 };

        assertThat(EnvelopeFormat.NONE.writer().write(outgoing("", data))).isSameAs(data);
    }

    @Test
    void refusesEnvelopesThatNobodyCouldRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingEnvelope("", "/s", "t", "", TIME, Correlation.NONE, "", "", new byte[0]))
                .withMessage("a CloudEvent needs its id; it was empty");
    }
}
