package dev.punctual.testkit.simulation.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The latest deadline that an event may have: arrivals stamped in the future are clamped, which only makes it earlier. */
final class Deadlines {

    private Deadlines() {
    }

    static Map<String, Instant> arrivals(History history) {
        Map<String, Instant> arrivals = new HashMap<>();
        history.of(Happening.Delivered.class).forEach(item -> arrivals.putIfAbsent(item.event(), item.arrival()));
        return arrivals;
    }

    static Instant of(History history, Map<String, Instant> arrivals, String event, String handler) {
        var rules = history.rules().handlers().get(handler);
        var budget = rules == null ? Duration.ZERO : rules.budget();
        return arrivals.getOrDefault(event, Instant.EPOCH).plus(budget);
    }
}
