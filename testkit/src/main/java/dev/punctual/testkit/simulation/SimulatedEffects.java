package dev.punctual.testkit.simulation;

import dev.punctual.Transaction;

/** What a handler does in one transaction with its event's outcome: that it did is all. */
record SimulatedEffects(String event, String handler) implements Transaction {
}
