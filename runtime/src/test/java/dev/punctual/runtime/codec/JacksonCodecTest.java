package dev.punctual.runtime.codec;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.spi.UndecodableException;

class JacksonCodecTest {

    private static final String MARKER = "marker4711";

    enum Size {
        SMALL,
        LARGE
    }

    record Dish(String name, int count, Size size) {
    }

    record Order(String id, List<Dish> dishes, Map<String, Dish> extras, Map<Size, Integer> bySize) {
    }

    /** A class with fields, and a method that takes those it does not know. */
    public static class Customer {
        public String name = "";
        public int age;
        private final java.util.Map<String, Integer> others = new java.util.HashMap<>();

        @JsonAnySetter
        public void other(String key, int value) {
            others.put(key, value);
        }
    }

    record Checked(String value) {
        Checked {
            throw new IllegalArgumentException("refused " + value);
        }
    }

    private static final ObjectMapper STRICT = new ObjectMapper();
    private static final ObjectMapper LENIENT = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static Object decode(Class<?> type, String json) throws UndecodableException {
        return new JacksonCodec(() -> LENIENT, type).decode(utf8(json));
    }

    private static String messageFor(ObjectMapper mapper, Class<?> type, String json) {
        try {
            Object read = new JacksonCodec(() -> mapper, type).decode(utf8(json));
            throw new AssertionError("it was read as " + read.getClass());
        } catch (UndecodableException e) {
            assertThat(e).hasNoCause();
            return e.getMessage();
        }
    }

    @Test
    void readsARecord() throws UndecodableException {
        assertThat(decode(Order.class, "{\"id\":\"ä🍕\",\"dishes\":[{\"name\":\"pizza\",\"count\":2,\"size\":\"LARGE\"}]}"))
                .isEqualTo(new Order("ä🍕", List.of(new Dish("pizza", 2, Size.LARGE)), null, null));
    }

    @Test
    void readsAClass() throws UndecodableException {
        assertThat(decode(Customer.class, "{\"name\":\"Zoë\",\"age\":7,\"shoeSize\":38}"))
                .isInstanceOfSatisfying(Customer.class, customer -> {
                    assertThat(customer.name).isEqualTo("Zoë");
                    assertThat(customer.age).isEqualTo(7);
                    assertThat(customer.others).isEqualTo(Map.of("shoeSize", 38));
                });
    }

    @Test
    void followsTheApplicationsSettings() throws UndecodableException {
        String json = "{\"name\":\"pizza\",\"count\":1,\"size\":null,\"unknown\":{\"a\":[1]}}";

        assertThat(decode(Dish.class, json)).isEqualTo(new Dish("pizza", 1, null));
        assertThat(messageFor(STRICT, Dish.class, json)).contains("(UnrecognizedPropertyException)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "{\"dishes\":[{},{\"count\":\"marker4711\"}]} | at $.dishes[1].count",
            "{\"dishes\":\"marker4711\"} | at $.dishes", "{\"id\":{\"marker4711\":1}} | at $.id",
            "{\"dishes\":[{\"size\":\"marker4711\"}]} | at $.dishes[0].size", "[\"marker4711\"] | Order (",
            "\"marker4711\" | Order (",
            "{\"extras\":{\"marker4711\":{\"count\":[]}}} | at $.extras.*.count",
            "{\"extras\":{\"a\":\"marker4711\"}} | at $.extras.*",
            "{\"bySize\":{\"marker4711\":1}} | at $.bySize", "{\"bySize\":{\"SMALL\":\"marker4711\"}} | at $.bySize.*" })
    void tellsWhereTheJsonDoesNotFitAndNothingOfThePayload(String json, String place) {
        assertThat(messageFor(LENIENT, Order.class, json))
                .startsWith("the JSON does not fit " + Order.class.getName()).contains(place).doesNotContain(MARKER);
    }

    @Test
    void tellsNoNameThatOnlyThePayloadKnows() {
        assertThat(messageFor(STRICT, Order.class, "{\"marker4711\":1}")).endsWith("at $.* (UnrecognizedPropertyException)");
        assertThat(messageFor(STRICT, Order.class, "{\"dishes\":[{\"marker4711\":1}]}")).contains("at $.dishes[0].* (");
        assertThat(messageFor(LENIENT, Customer.class, "{\"marker4711\":\"x\"}")).doesNotContain(MARKER);
        assertThat(messageFor(LENIENT, Map.class, "{\"marker4711\":{\"a\":}}")).doesNotContain(MARKER);
        assertThat(messageFor(LENIENT, Customer.class, "{\"age\":\"marker4711\"}")).contains("at $.age (")
                .doesNotContain(MARKER);
    }

    @Test
    void tellsNothingOfWhatAConstructorSays() {
        assertThat(messageFor(LENIENT, Checked.class, "{\"value\":\"marker4711\"}")).doesNotContain(MARKER);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "marker4711", "{marker4711}", "{\"id\":marker4711}", "{\"id\":\"marker4711",
            "{\"id\":\"a\"} marker4711",
            "{\"id\":\"marker4711\\q\"}", "{\"id\":\"a\"}{}", "\u0000", "{\"id\":\"\u0001marker4711\"}", "{\"id\":01}" })
    void refusesWhatIsNoJsonAndTellsNothingOfIt(String payload) {
        assertThat(messageFor(LENIENT, Order.class, payload)).doesNotContain(MARKER).isNotEmpty();
    }

    @Test
    void tellsWhereThePayloadIsNotJson() {
        assertThat(messageFor(LENIENT, Order.class, "{\"id\":x}")).matches("the payload is not JSON, from byte \\d+ on .*");
    }

    @Test
    void refusesJsonThatIsNestedBeyondMeasure() {
        String deep = "{\"unknown\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(messageFor(LENIENT, Order.class, deep)).isNotEmpty();
    }

    @Test
    void refusesTheLiteralNull() {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> decode(Order.class, "null"))
                .withMessage("the payload is the JSON literal null, not a " + Order.class.getName());
    }

    @Test
    void handsACopyOfBytesOver() {
        byte[] payload = { 0, -1, 127 };

        assertThat(new BytesCodec().decode(payload)).isEqualTo(payload).isNotSameAs(payload);
    }
}
