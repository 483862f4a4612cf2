package dev.punctual.runtime.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.runtime.codec.json.SampleCodec.Sample;
import dev.punctual.spi.UndecodableException;

class JsonReaderTest {

    private static final String MARKER = "marker4711";

    private static Sample read(String json) throws UndecodableException {
        return (Sample) new SampleCodec().decode(json.getBytes(UTF_8));
    }

    private static String refusal(String json) {
        try {
            throw new AssertionError("it was read as " + read(json));
        } catch (UndecodableException e) {
            assertThat(e).hasNoCause();
            return e.getMessage();
        }
    }

    @Test
    void readsPropertiesInAnyOrderAndSkipsWhatItDoesNotKnow() throws UndecodableException {
        Sample read = read(
                " \n{ \"counts\" : {\"a\":1,\"b\":null}, \"x\":[{\"y\":[1.5e3,\"\\u00e4\",true,null]}],\t\"number\":-7,"
                        + "\"text\" :\"Zoë 🍕 \\uD83C\\uDF55 \\\"\", \"n\\u0075mber\": 8 } ");

        assertThat(read.text()).isEqualTo("Zoë 🍕 🍕 \"");
        assertThat(read.number()).isEqualTo(8);
        assertThat(read.counts()).containsEntry("a", 1).containsEntry("b", null);
        assertThat(read.children()).isNull();
    }

    @Test
    void takesTheLastOfTwoValues() throws UndecodableException {
        assertThat(read("{\"number\":1,\"number\":2}").number()).isEqualTo(2);
    }

    @Test
    void takesNumbersInQuotesAndTheTextOfScalars() throws UndecodableException {
        Sample read = read("{\"number\":\"12\",\"large\":1e3,\"price\":\"-1.50\",\"text\":1.0}");

        assertThat(read).isEqualTo(new Sample("1.0", 12, 1_000, new BigDecimal("-1.50"), false, null, null));
    }

    @Test
    void takesNullForNothing() throws UndecodableException {
        assertThat(read("{\"number\":null,\"large\":null,\"price\":null,\"text\":null,\"flag\":null,\"children\":[null]}"))
                .isEqualTo(new Sample(null, 0, 0, null, false, java.util.Collections.singletonList(null), null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "marker4711", "{marker4711}", "{\"text\":\"marker4711", "{\"text\":\"marker4711\\q\"}",
            "{\"text\":\"a\"} marker4711", "{\"text\":\"a\"}{}", "\u0000", "{\"text\":\"\u0001marker4711\"}", "{\"number\":01}",
            "{\"number\":1.}", "{\"number\":-}", "{\"number\":+1}", "{\"number\":.5}", "{\"number\":1e}", "{\"x\":00}",
            "{\"number\":1.5}", "{\"number\":2147483648}", "{\"number\":\"\"}", "{\"number\":\" 1\"}", "{\"number\":true}",
            "{\"large\":9223372036854775808}", "{\"large\":1e400}", "{\"price\":1e99999999999}", "{\"flag\":1}",
            "{\"flag\":\"true\"}", "{\"flag\":tru}", "{\"text\":[\"marker4711\"]}", "{\"text\":{}}", "{,}", "{\"number\":1,}",
            "{\"number\":1 \"large\":1}", "{\"number\" 1}", "[]", "[1,]", "{\"children\":[,]}", "{\"children\":[{},]}",
            "{\"children\":{}}", "{\"counts\":[]}", "{\"counts\":{\"marker4711\":1.5}}", "{\"counts\":{marker4711:1}}",
            "{\"text\":\"\\u12\"}", "{\"text\":\"\\u12G4\"}", "{\"text\":\"a\tb\"}", "{'text':1}", "nul", "{\"x\":nul}",
            "{\"text\":\"\\\"}", "\"marker4711\"" })
    void refusesWhatDoesNotFitAndTellsNothingOfIt(String json) {
        assertThat(refusal(json)).startsWith("the JSON does not fit Sample at $").doesNotContain(MARKER);
    }

    @ParameterizedTest
    @CsvSource({ "c3", "c0af", "eda080", "f4908080", "e08080", "80", "ff", "c328", "f0808080" })
    void refusesWhatIsNotUtf8(String hexadecimal) {
        byte[] bytes = new java.math.BigInteger(hexadecimal, 16).toByteArray();
        byte[] json = "{\"text\":\"------\"}".getBytes(UTF_8);
        int start = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        System.arraycopy(bytes, start, json, 10, bytes.length - start);

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> new SampleCodec().decode(json))
                .withMessageContaining("at $.text, byte 10: a string is not in UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "{\"children\":[{},{\"number\":\"marker4711\"}]} | $.children[1].number, byte 26: an int is expected",
            "{\"counts\":{\"marker4711\":[]}} | $.counts.*, byte 24: an int is expected",
            "{\"marker4711\":{\"a\":x}} | $.*.*, byte 19: a value is expected",
            "{\"number\":99999999999} | $.number, byte 10: the number is out of range for an int",
            "null | the payload is the JSON literal null, not a Sample", "{} x | $, byte 3: it goes on behind its value" })
    void tellsWhere(String json, String place) {
        assertThat(refusal(json)).endsWith(place);
    }

    @Test
    void refusesWhatIsNestedBeyondMeasure() {
        assertThat(refusal("{\"x\":" + "[".repeat(100_000))).contains("nested deeper than 64 levels");
        assertThat(refusal("{\"children\":[".repeat(40))).contains("nested deeper than 64 levels");
    }

    @Test
    void refusesNumbersBeyondMeasure() {
        assertThat(refusal("{\"price\":" + "9".repeat(100_000) + "}")).contains("longer than 1000 characters");
        assertThat(refusal("{\"number\":" + "9".repeat(100_000) + "}")).contains("longer than 1000 characters");
        assertThat(refusal("{\"x\":" + "9".repeat(1_001) + "}")).contains("longer than 1000 characters");
    }

    @Test
    void skipsTheMarkOfUtf8() throws UndecodableException {
        assertThat(read("\ufeff{\"number\":1}").number()).isEqualTo(1);
    }

    @Test
    void writesWhatItReads() throws UndecodableException {
        Sample sample = new Sample("Zoë 🍕 \"\\/\b\f\n\r\t\u0001\u007f", Integer.MIN_VALUE, Long.MIN_VALUE,
                new BigDecimal("1E+5"),
                true, List.of(new Sample("", 0, 10, null, false, List.of(), null)), null);

        byte[] json = new SampleCodec().encode(sample);

        assertThat(new String(json, UTF_8)).isEqualTo("{\"text\":\"Zoë 🍕 \\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f\","
                + "\"number\":-2147483648,\"large\":-9223372036854775808,\"price\":1E+5,\"flag\":true,\"children\":"
                + "[{\"text\":\"\",\"number\":0,\"large\":10,\"price\":null,\"flag\":false,\"children\":[]}]}");
        assertThat(new SampleCodec().decode(json)).isEqualTo(sample);
    }

    @Test
    void refusesToWriteWhatJsonCannotHold() {
        Sample half = new Sample("marker4711 \ud83c", 0, 0, null, false, null, null);
        java.util.List<Sample> children = new java.util.ArrayList<>();
        Sample endless = new Sample("", 0, 0, null, false, children, Map.of());
        children.add(endless);

        assertThatIllegalArgumentException().isThrownBy(() -> new SampleCodec().encode(half))
                .withMessage("a Sample cannot be written as JSON (IllegalArgumentException)");
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleCodec().encode(endless));
    }
}
