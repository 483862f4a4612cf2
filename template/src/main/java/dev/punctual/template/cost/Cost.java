package dev.punctual.template.cost;

import java.math.BigDecimal;

/**
 * So much of something that AWS charges for.
 *
 * @param resource whose it is
 * @param what what is charged, in words
 * @param quantity how much of it, in units of the price
 * @param price what each costs
 */
public record Cost(String resource, String what, BigDecimal quantity, Price price) {

    static Cost of(String resource, String what, long quantity, Price price) {
        return new Cost(resource, what, BigDecimal.valueOf(quantity), price);
    }

    /**
     * What it costs.
     *
     * @throws IllegalArgumentException if the price is missing
     */
    public BigDecimal charge(Prices prices) {
        return prices.of(price, quantity);
    }
}
