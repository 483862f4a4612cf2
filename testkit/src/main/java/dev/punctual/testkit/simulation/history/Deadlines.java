package dev.punctual.testkit.simulation.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The latest deadline that an event may have: arrivals stamped in the future are clamped, which only makes it earlier. Events
 * that the ledger takes for one share a deadline, which may be that of any of them.
 */
final class Deadlines {

    private final History history;
    private final Map<String, Instant> arrivals = new HashMap<>();

    Deadlines(History history) {
        this.history = history;
        for (var item : history.of(Happening.Delivered.class)) {
            arrivals.putIfAbsent(item.event(), item.arrival());
            for (var handler : item.handlers()) {
                var key = history.keyOf(item.event(), handler);
                if (!key.isEmpty()) {
                    arrivals.merge(key, item.arrival(), (one, other) -> one.isAfter(other) ? one : other);
                }
            }
        }
    }

    Instant of(String event, String handler) {
        var rules = history.rules().handlers().get(handler);
        var budget = rules == null ? Duration.ZERO : rules.budget();
        var key = history.keyOf(event, handler);
        return arrivals.getOrDefault(key.isEmpty() ? event : key, Instant.EPOCH).plus(budget);
    }
}
