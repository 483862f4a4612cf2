package dev.punctual.wire.cloudevents;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;

class CloudEventsTest {

    private static final String DATA = "{ \"customer\" : \"Zoë 🍕\\u00e4\" ,\n\t\"dishes\":[1, 2.50 ,\"ß\"] }";
    private static final List<String> FIELDS = List.of("\"specversion\" : \"1.0\"", "\"type\":\"order_placed\"",
            "\"id\":\"A234-1234-1234\"", "\"source\":\"/shop/ü\"", "\"time\":\"2018-04-05T17:31:00Z\"",
            "\"correlationid\":\"checkout-7\"", "\"comexampleextension\":{\"type\":\"no\",\"data\":[\"id\"]}",
            "\"datacontenttype\":\"application/vnd.shop+json\"", "\"data\" :  " + DATA + "  ");

    private final JsonEnvelopeReader reader = new JsonEnvelopeReader(new JsonFactory(), "kind");

    private Envelope read(String json) throws UndecodableException {
        return reader.read(utf8(json));
    }

    private Envelope withData(String data) throws UndecodableException {
        return read("{\"specversion\":\"1.0\",\"type\":\"t\"" + data + "}");
    }

    @Test
    void readsTheEnvelopeWithItsFieldsInAnyOrder() throws UndecodableException {
        List<String> fields = new ArrayList<>(FIELDS);
        for (int seed = 0; seed < 200; seed++) {
            Collections.shuffle(fields, new Random(seed));

            Envelope envelope = read("{" + String.join(", ", fields) + "}");

            assertThat(envelope.id()).isEqualTo("A234-1234-1234");
            assertThat(envelope.type()).isEqualTo("order_placed");
            assertThat(envelope.correlation().correlationId()).isEqualTo("checkout-7");
            assertThat(envelope.contentType()).isEqualTo("application/vnd.shop+json");
            assertThat(envelope.payload()).as("byte for byte, %s", fields).isEqualTo(utf8(DATA));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"a\":{\"b\":[{}]}}", "[]", "[1,[2],{\"x\":3}]", "\"text\"", "\"\"", "\"ä\\\"🍕\\\\\"",
            "0",
            "-17", "3.50e+2", "1234567890123456789012345678901234567890", "true", "false", "null" })
    void handsTheDataOverByteForByte(String data) throws UndecodableException {
        for (String space : List.of("", " ", "\n\t \r")) {
            assertThat(withData(",\"data\":" + space + data + space).payload()).isEqualTo(utf8(data));
            assertThat(withData(",\"data\":" + space + data + space + ",\"z\":1").payload()).isEqualTo(utf8(data));
            assertThat(withData(",\"ä🍕\":\"ä🍕\",\"data\":" + data + ",\"z\":[1]").payload()).isEqualTo(utf8(data));
        }
    }

    @Test
    void handsLargeDataOverByteForByte() throws UndecodableException {
        String data = "{\"a\":\"" + "ä🍕x".repeat(100_000) + "\",\"b\":[" + "1, ".repeat(100_000) + "2]}";

        assertThat(withData(",\"data\":" + data).payload()).isEqualTo(utf8(data));
    }

    @Test
    void handsTheDataOverByteForByteAfterAByteOrderMark() throws UndecodableException {
        assertThat(read("\uFEFF{\"specversion\":\"1.0\",\"type\":\"t\",\"data\":{\"a\":1}}").payload())
                .isEqualTo(utf8("{\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"datacontenttype\":\"text/plain\",\"data\":\"say \\\"hi\\\"\\n\\u00e4🍕\\ud83c\\udf55\"",
            "\"data\" : \"say \\\"hi\\\"\\n\\u00e4🍕\\ud83c\\udf55\" , \"datacontenttype\":\"application/xml\"" })
    void handsTextOverWithoutTheEnvelopesQuotes(String fields) throws UndecodableException {
        Envelope envelope = read("{\"specversion\":\"1.0\",\"type\":\"t\"," + fields + "}");

        assertThat(envelope.payload()).isEqualTo(utf8("say \"hi\"\nä🍕🍕"));
    }

    @Test
    void handsJsonThatIsTextOverAsJson() throws UndecodableException {
        assertThat(withData(",\"datacontenttype\":\"application/vnd.shop+json\",\"data\":\"hi\"").payload())
                .isEqualTo(utf8("\"hi\""));
        assertThat(withData(",\"datacontenttype\":\"text/plain\",\"data\":{\"a\":1}").payload())
                .isEqualTo(utf8("{\"a\":1}"));
    }

    @Test
    void refusesTextThatNoUtf8CanHold() {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> withData(",\"datacontenttype\":\"text/plain\",\"data\":\"\\ud83c\""))
                .withMessage("the CloudEvent's data holds half of a surrogate pair");
    }

    @Test
    void knowsNothingOfBinaryDataThatSaysNothing() throws UndecodableException {
        assertThat(withData(",\"data_base64\":\"AP+Afw==\"").contentType()).isEmpty();
    }

    @Test
    void decodesBinaryData() throws UndecodableException {
        assertThat(withData(",\"data_base64\":\"AP+Afw==\"").payload()).containsExactly(0, 255, 128, 127);
        assertThat(withData(",\"data_base64\":\"\"").payload()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "not base64!", "AP+Afw=", "AA A=", "ä" })
    void refusesBinaryDataThatIsNotBase64(String data) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> withData(",\"data_base64\":\"" + data + "\""))
                .withMessage("the CloudEvent's data_base64 is not base64").withNoCause();
    }

    @Test
    void hasAnEmptyPayloadWithoutData() throws UndecodableException {
        Envelope envelope = withData("");

        assertThat(envelope.payload()).isEmpty();
        assertThat(envelope.contentType()).isEqualTo("application/json");
        assertThat(envelope.id()).isEmpty();
        assertThat(envelope.correlation().correlationId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ",\"type\":\"\"", ",\"type\":null", ",\"type\":1", ",\"type\":{\"type\":\"no\"}",
            ",\"kind\":\"no\"" })
    void refusesAnEnvelopeWithoutType(String type) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> read("{\"specversion\":\"1.0\"" + type + "}"))
                .withMessage("the CloudEvent has no type");
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.0", "null", "{\"specversion\":\"1.0\"}", "[\"1.0\"]" })
    void readsPlainJsonWhereSpecversionIsNotText(String specversion) throws UndecodableException {
        String json = "{\"specversion\":" + specversion + ",\"kind\":\"plain\",\"type\":\"t\",\"data\":1}";

        assertThat(read(json).type()).isEqualTo("plain");
        assertThat(read(json).payload()).isEqualTo(utf8(json));
    }

    @Test
    void refusesAnEnvelopeThatIsCutAtAnyByte() {
        byte[] event = utf8("{" + String.join(", ", FIELDS) + "}");
        for (int length = 0; length < event.length; length++) {
            byte[] cut = Arrays.copyOf(event, length);
            assertThatExceptionOfType(UndecodableException.class).as("cut to %s bytes", length)
                    .isThrownBy(() -> reader.read(cut)).withNoCause();
        }
    }

    @Test
    void readsOrRefusesAnyBytes() {
        Random random = new Random(9);
        byte[] event = utf8("{" + String.join(", ", FIELDS) + "}");
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(64)] : event.clone();
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(reader.read(bytes).payload()).isNotNull();
            } catch (UndecodableException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 19_999);
    }
}
