package dev.punctual.template.cost;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS charges in a region, before free tiers and discounts; immutable.
 *
 * @param region such as {@code us-east-1}
 * @param currency such as {@code USD}
 * @param date as of when, as ISO-8601 writes it
 * @param source where they are from
 * @param all by {@link Price#key}
 */
public record Prices(String region, String currency, String date, String source, Map<String, BigDecimal> all) {

    private static final int MILLION_DIGITS = 6;

    /** Copies the map. */
    public Prices {
        all = Map.copyOf(all);
    }

    /** Those that are built in: list prices of us-east-1. */
    public static Prices builtIn() {
        return PriceFile.builtIn();
    }

    /**
     * Reads prices in JSON, in the form of those that are built in.
     *
     * @throws IllegalArgumentException if the text is none, or a price is missing, unknown or below zero; the message names it
     */
    public static Prices read(String json) {
        return PriceFile.read(json);
    }

    /**
     * What so much of something costs.
     *
     * @throws IllegalArgumentException if its price is missing; the message names its key
     */
    public BigDecimal of(Price price, BigDecimal quantity) {
        BigDecimal each = Optional.ofNullable(all.get(price.key())).orElseThrow(() -> new IllegalArgumentException(
                "the prices of " + region + " as of " + date + " have no '" + price.key() + "'; add it"));
        return price.ofAMillion() ? each.multiply(quantity).movePointLeft(MILLION_DIGITS) : each.multiply(quantity);
    }
}
