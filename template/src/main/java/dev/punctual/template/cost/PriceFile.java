package dev.punctual.template.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads prices in JSON. */
final class PriceFile {

    private static final String BUILT_IN = "prices.json";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PriceFile() {
    }

    static Prices builtIn() {
        try (InputStream in = Objects.requireNonNull(PriceFile.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + BUILT_IN + " of the class path", e);
        }
    }

    static Prices read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            return new Prices(text(root, "region"), text(root, "currency"), date(root), text(root, "source"), prices(root));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the prices are no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(JsonNode root, String member) {
        JsonNode value = root.path(member);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("the prices have no '" + member + "'; add it, as a text");
        }
        return value.textValue();
    }

    private static String date(JsonNode root) {
        String date = text(root, "date");
        try {
            return LocalDate.parse(date).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the date of the prices is '" + date + "'; give a day such as 2026-08-07", e);
        }
    }

    private static Map<String, BigDecimal> prices(JsonNode root) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        root.path("prices").properties().forEach(entry -> prices.put(entry.getKey(), price(entry.getKey(), entry.getValue())));
        List<String> missing = new ArrayList<>(Price.keys());
        missing.removeAll(prices.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "the prices have no '" + String.join("', '", missing) + "'; add what is missing");
        }
        return prices;
    }

    private static BigDecimal price(String key, JsonNode value) {
        if (!Price.keys().contains(key)) {
            throw new IllegalArgumentException("nothing asks for the price '" + key + "'; known are "
                    + String.join(", ", Price.keys()));
        }
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw new IllegalArgumentException("the price '" + key + "' is " + value + "; give a number of at least 0");
        }
        return value.decimalValue();
    }
}
