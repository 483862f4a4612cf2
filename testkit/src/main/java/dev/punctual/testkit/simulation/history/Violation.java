package dev.punctual.testkit.simulation.history;

/**
 * An invariant that does not hold.
 *
 * @param invariant its number in the blueprint
 * @param event the event concerned, or an empty string
 * @param what was seen, and what should have been
 */
public record Violation(int invariant, String event, String what) {
}
