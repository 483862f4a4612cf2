package dev.punctual.runtime.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.codec.json.SampleCodec.Sample;
import dev.punctual.spi.UndecodableException;

/** Ours and Jackson agree on what is JSON, and on what it says. */
class JsonReaderFuzzTest {

    private static final JsonFactory JACKSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(JsonReader.MAX_DEPTH).build()).build();

    /**
     * Both bound the length of numbers, Jackson without counting signs, points and exponents; half of a surrogate pair may be
     * escaped in a string, but for Jackson not in a name.
     */
    private static final Pattern KNOWN_DIFFERENCES = Pattern.compile("[-+.eE0-9]{1000}|\\\\u[dD][89a-fA-F]");

    private static final SampleCodec OURS = new SampleCodec();
    private static final JacksonCodec THEIRS = new JacksonCodec(
            () -> new ObjectMapper(JACKSON).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES), Sample.class);

    @FuzzTest(maxDuration = "10s")
    void acceptsWhatJacksonAccepts(byte[] text) {
        if (isKnownToDiffer(text)) {
            return;
        }
        if (isUtf8(text)) {
            assertThat(isJsonForOurs(text)).isEqualTo(isJsonForJackson(text));
        } else {
            assertThat(isJsonForOurs(text)).isFalse();
        }
    }

    @FuzzTest(maxDuration = "10s")
    void readsWhatJacksonReadsOrRefuses(byte[] text) {
        if (isKnownToDiffer(text)) {
            return;
        }
        Object read;
        try {
            read = OURS.decode(text);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        try {
            assertThat(read).isEqualTo(THEIRS.decode(text));
        } catch (UndecodableException e) {
            throw new AssertionError("refused by Jackson alone", e);
        }
    }

    private static boolean isKnownToDiffer(byte[] text) {
        return KNOWN_DIFFERENCES.matcher(new String(text, StandardCharsets.ISO_8859_1)).find();
    }

    /** Jackson reads UTF-16 and UTF-32 too, which it tells by their zeros. */
    private static boolean isUtf8(byte[] text) {
        for (byte each : text) {
            if (each == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isJsonForOurs(byte[] text) {
        try {
            JsonReader in = new JsonReader(text, "text");
            in.skip();
            in.end();
            return true;
        } catch (UndecodableException e) {
            return false;
        }
    }

    private static boolean isJsonForJackson(byte[] text) {
        try (JsonParser parser = JACKSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            while (parser.currentToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    parser.getText();
                }
                if (parser.nextToken() != null) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
