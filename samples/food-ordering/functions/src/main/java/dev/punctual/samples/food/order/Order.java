package dev.punctual.samples.food.order;

import dev.punctual.PartitionKey;

/**
 * An order, as every event of it carries it.
 *
 * @param orderId unique
 * @param customer who placed it
 * @param restaurant who is to prepare it; the text before the hyphen is the restaurant's kind
 * @param dish what was ordered
 * @param totalCents the price in cents
 */
public record Order(@PartitionKey String orderId, String customer, String restaurant, String dish, int totalCents) {
}
