package dev.punctual.samples.food.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every event that the stream took, and what became of it; used by one thread.
 *
 * <p>
 * The stream, the functions' recordings and the dead-letter queue are three witnesses that know nothing of each other.
 */
final class Accounts {

    /** An event was handled, so long after its arrival and before its deadline. */
    record Handled(String event, String handler, int failedAttempts, long latencyMillis, long slackMillis) {

        /** What was left of the time budget, 1 for all of it. */
        double slackShare() {
            return (double) slackMillis / Math.max(1, latencyMillis + slackMillis);
        }
    }

    /** An event's letter was found in the dead-letter queue. */
    record Letter(String id, String event, String reason) {
    }

    private final Set<String> events = new HashSet<>();
    private final Map<String, Handled> handled = new HashMap<>();
    private final Set<String> handledEvents = new HashSet<>();
    private final Map<String, Letter> letters = new HashMap<>();
    private final Set<String> deadEvents = new HashSet<>();
    private int duplicates;
    private int lateAttempts;
    private int attempts;
    private Wire wire = Wire.NOTHING;

    void accepted(String event) {
        events.add(event);
    }

    void took(int bytes, int eventsInIt) {
        wire = wire.plus(bytes, eventsInIt);
    }

    void attempted(boolean late) {
        attempts++;
        if (late) {
            lateAttempts++;
        }
    }

    void handled(Handled one) {
        handledEvents.add(one.event());
        if (handled.putIfAbsent(one.handler() + ' ' + one.event(), one) != null) {
            duplicates++;
        }
    }

    void died(Letter letter) {
        deadEvents.add(letter.event());
        if (letters.putIfAbsent(letter.id(), letter) != null) {
            duplicates++;
        }
    }

    /** Whether every event is handled or dead. */
    boolean areSettled() {
        return unsettled() == 0;
    }

    int events() {
        return events.size();
    }

    int handledEvents() {
        return handledEvents.size();
    }

    int deadEvents() {
        return deadEvents.size();
    }

    int handledOf(Set<String> some) {
        return (int) some.stream().filter(handledEvents::contains).count();
    }

    int unsettled() {
        return (int) events.stream().filter(event -> !handledEvents.contains(event) && !deadEvents.contains(event)).count();
    }

    Report report(int orders, double seconds) {
        List<Long> latencies = new ArrayList<>(handled.values().stream().map(Handled::latencyMillis).sorted().toList());
        Map<String, Integer> byReason = new TreeMap<>();
        letters.values().forEach(letter -> byReason.merge(letter.reason(), 1, Integer::sum));
        int firstTry = (int) handled.values().stream().filter(one -> one.failedAttempts() == 0).count();
        int handledAndDead = (int) deadEvents.stream().filter(handledEvents::contains).count();
        return new Report(orders, events.size(), handled.size(), firstTry, handled.size() - firstTry, byReason, unsettled(),
                duplicates + handledAndDead, Report.Latency.of(latencies), attempts, lateAttempts,
                Slack.of(handled.values().stream().map(Handled::slackShare).toList()), seconds, wire,
                Aftermath.Redriven.NOTHING);
    }
}
