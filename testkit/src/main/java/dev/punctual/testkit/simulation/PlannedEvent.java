package dev.punctual.testkit.simulation;

/**
 * An event that is to be put.
 *
 * @param data may be empty within an aggregated record
 */
record PlannedEvent(String key, byte[] data) {
}
