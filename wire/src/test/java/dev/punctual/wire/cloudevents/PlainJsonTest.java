package dev.punctual.wire.cloudevents;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;

class PlainJsonTest {

    private static final byte[] TYPE = utf8("type");
    private static final JsonEnvelopeReader READER = new JsonEnvelopeReader(new JsonFactory(), "type");

    /** What texts are made of and changed with. */
    private static final List<String> PIECES = List.of("{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\n", "\t", "\"type\"",
            "\"type\":\"placed\"", "\"type\":1", "\"specversion\":\"1.0\"", "\"specversion\":1", "\"a\":", "\"a\\u0062\":", "0",
            "-0", "01", "1.5", "1.", ".5", "1e9", "1E-", "-", "+1", "true", "false", "null", "nul", "NaN", "'a'", "// x",
            "/* */", "\"\\u12\"", "\"\\ud800\"", "\"\\x\"", "\"\u00e9\"", "\"\u20ac\"", "\"\ud83c\udf72\"", "\"\u0001\"",
            "\u007f", "\ufeff", "{}", "[]", "[1,2]", "{\"b\":{\"c\":[]}}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{} | ''", "{\"type\":\"placed\"} | placed",
            "{\"a\":1,\"type\":\"x\",\"b\":[{}]} | x",
            "{\"type\":\"x\",\"type\":\"y\"} | y", "{\"type\":\"x\",\"type\":1} | ''", "{\"a\":{\"type\":\"x\"}} | ''",
            "{\"type\":\"\u00e9\ud83c\udf72\"} | \u00e9\ud83c\udf72", "{\"a\":-1.5e+9} | ''" })
    void findsTheType(String json, String type) {
        assertThat(PlainJson.typeOf(utf8(json), TYPE)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "1", "{", "{}x", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":1.}",
            "{\"a\":+1}",
            "{\"a\":tru}", "{'a':1}", "{\"a\":\"\n\"}", "{\"specversion\":\"1.0\"}", "{\"specversion\":1}",
            "{\"specv\\u0065rsion\":\"1.0\"}", "{\"type\":\"\\u0061\"}", "{\"a\":1}{", "\ufeff{}" })
    void leavesToTheParserWhatIsNotPlain(String json) {
        assertThat(PlainJson.typeOf(utf8(json), TYPE)).isNull();
    }

    @Test
    void leavesBytesToTheParserThatAreNoCharacters() {
        for (int first = 0x80; first < 0x100; first++) {
            byte[] json = "{\"a\":\"xyz\"}".getBytes(StandardCharsets.US_ASCII);
            json[6] = (byte) first;

            assertThat(PlainJson.typeOf(json, TYPE)).as("%x", first).isNull();
        }
    }

    @Test
    void leavesDepthToTheParser() throws UndecodableException {
        byte[] deep = utf8("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}");

        assertThat(PlainJson.typeOf(deep, TYPE)).isNull();
        assertThat(READER.read(deep).contentType()).isEqualTo("application/json");
    }

    /** Never takes for JSON what the parser refuses, nor another type. */
    @Test
    void agreesWithTheParser() {
        Random random = new Random(42);
        int plain = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] json = changed(random);
            String type = PlainJson.typeOf(json, TYPE);
            if (type != null && !JsonEnvelopeReader.isWide(json)) {
                plain++;
                assertThat(parsed(json)).as(new String(json, StandardCharsets.UTF_8))
                        .isEqualTo(new Parsed(type, "", json.length));
            }
        }
        assertThat(plain).isGreaterThan(10_000);
    }

    private record Parsed(String type, String fault, int length) {
    }

    private static Parsed parsed(byte[] json) {
        try {
            Envelope envelope = READER.parse(json);
            return new Parsed(envelope.type(), envelope.fault(), envelope.payload().length);
        } catch (UndecodableException e) {
            return new Parsed("", e.getMessage(), 0);
        }
    }

    private static byte[] changed(Random random) {
        StringBuilder text = new StringBuilder("{\"type\":\"placed\",\"order\":[7,{\"soup\":\"m\u00efso\"}],\"total\":12.5e0}");
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
                default -> text.replace(at, Math.min(text.length(), at + 1), PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        byte[] json = utf8(text.toString());
        if (json.length > 0 && random.nextInt(10) == 0) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        return json;
    }
}
