package dev.punctual.template.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What AWS charges; immutable.
 *
 * @param region where
 * @param currency in what
 * @param date as of when
 * @param all by name
 */
public record Prices(String region, String currency, String date, Map<String, Double> all) {

    private static final String RESOURCE = "prices.json";

    /** Copies the map. */
    public Prices {
        all = Map.copyOf(all);
    }

    /** Those that are built in: list prices, without free tiers and discounts. */
    public static Prices builtIn() {
        try (InputStream stream = Objects.requireNonNull(Prices.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * Reads prices in JSON, in the form of those that are built in.
     *
     * @throws IllegalArgumentException if the text is none, or a price is no number
     */
    public static Prices read(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            Map<String, Double> all = new TreeMap<>();
            root.path("prices").fields().forEachRemaining(price -> all.put(price.getKey(), number(price)));
            return new Prices(text(root, "region"), text(root, "currency"), text(root, "date"), all);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the prices are no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static double number(Map.Entry<String, JsonNode> price) {
        if (!price.getValue().isNumber() || price.getValue().doubleValue() < 0) {
            throw new IllegalArgumentException("the price '" + price.getKey() + "' is " + price.getValue()
                    + "; give a number of at least 0");
        }
        return price.getValue().doubleValue();
    }

    private static String text(JsonNode root, String name) {
        if (!root.path(name).isTextual()) {
            throw new IllegalArgumentException("the prices have no '" + name + "'");
        }
        return root.path(name).textValue();
    }

    /**
     * A price.
     *
     * @throws IllegalArgumentException if it is not there
     */
    double of(String name) {
        Double price = all.get(name);
        if (price == null) {
            throw new IllegalArgumentException("the prices have no '" + name + "'; add it");
        }
        return price;
    }
}
