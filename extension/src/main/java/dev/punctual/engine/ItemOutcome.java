package dev.punctual.engine;

import dev.punctual.spi.Outcome;

/**
 * What became of one item of a batch, all its handlers taken together.
 *
 * @param itemId the item's name in the response
 * @param outcome whether its source may forget it
 */
public record ItemOutcome(String itemId, Outcome outcome) {
}
