package dev.punctual.benchmarks.order;

/**
 * An order, in JSON of about 300 bytes.
 *
 * @param quantity of the dish; 0 and less have a meaning of their own, see {@link Kitchen}
 * @param placedAt in milliseconds since 1970
 */
public record Order(String orderId, String customer, String restaurant, String dish, String note, int quantity, long cents,
        long placedAt, boolean express) {
}
