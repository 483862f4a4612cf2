package dev.punctual.testkit.simulation;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;

/**
 * What many runs were made of; sums, so that it does not matter in which order they ran.
 *
 * @param outcomes how often a handler did its work, an event was parked, dead-lettered for a reason, abandoned by the
 *        platform, or expired, and what the ledger was written
 * @param faults how often each struck
 */
public record Summary(long histories, long events, long invocations, long attempts, SortedMap<String, Long> outcomes,
        SortedMap<String, Long> faults) {

    /** Of no run at all. */
    public static final Summary NONE = new Summary(0, 0, 0, 0, new TreeMap<>(), new TreeMap<>());

    static Summary of(History history) {
        var outcomes = new TreeMap<String, Long>();
        count(outcomes, "handled", history.of(Happening.Handled.class).size());
        count(outcomes, "parked", history.of(Happening.Parked.class).size());
        count(outcomes, "abandoned", history.of(Happening.Abandoned.class).size());
        count(outcomes, "expired", history.of(Happening.Expired.class).size());
        history.of(Happening.LedgerWritten.class)
                .forEach(written -> count(outcomes, "ledger: " + written.state().name().toLowerCase(Locale.ROOT), 1));
        history.of(Happening.Buried.class).forEach(letter -> count(outcomes, "dead: " + letter.reason(), 1));
        var faults = new TreeMap<String, Long>();
        history.of(Happening.Fault.class).forEach(fault -> count(faults, fault.what(), 1));
        return new Summary(1, history.of(Happening.Accepted.class).size(), history.of(Happening.Invoked.class).size(),
                history.of(Happening.Attempted.class).size(), outcomes, faults);
    }

    /** Both together. */
    public Summary plus(Summary other) {
        return new Summary(histories + other.histories, events + other.events, invocations + other.invocations,
                attempts + other.attempts, sum(outcomes, other.outcomes), sum(faults, other.faults));
    }

    private static SortedMap<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        var sum = new TreeMap<>(one);
        other.forEach((what, often) -> count(sum, what, often));
        return sum;
    }

    private static void count(Map<String, Long> counts, String what, long often) {
        if (often > 0) {
            counts.merge(what, often, Long::sum);
        }
    }

    /** For people, several lines. */
    @Override
    public String toString() {
        return "histories   " + histories + "\nevents      " + events + "\ninvocations " + invocations + "\nattempts    "
                + attempts + "\noutcomes" + lines(outcomes) + "\nfaults" + lines(faults);
    }

    private static String lines(Map<String, Long> counts) {
        return counts.entrySet().stream().map(each -> String.format("%n  %10d  %s", each.getValue(), each.getKey()))
                .collect(Collectors.joining());
    }
}
