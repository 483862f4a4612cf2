package dev.punctual.testkit.simulation;

import java.util.List;

import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;
import dev.punctual.testkit.simulation.history.HistoryChecker;
import dev.punctual.testkit.simulation.history.Violation;

/**
 * What came of one run.
 *
 * @param parts that took place: events, optional handlers, strikes of faults, features of the platform
 * @param violations none where every invariant holds
 */
public record SimulationResult(long seed, List<String> parts, History history, List<Violation> violations) {

    /** Copies the lists. */
    public SimulationResult {
        parts = List.copyOf(parts);
        violations = List.copyOf(violations);
    }

    static SimulationResult of(long seed, List<String> parts, History history) {
        return new SimulationResult(seed, parts, history, HistoryChecker.check(history));
    }

    /** How many events the stream took. */
    public long events() {
        return history.of(Happening.Accepted.class).size();
    }

    /** Whether an invariant is among the violated. */
    public boolean violates(int invariant) {
        return violations.stream().anyMatch(violation -> violation.invariant() == invariant);
    }

    /** For people: the first violation, how to run it again, and the history event by event. */
    public String report() {
        if (violations.isEmpty()) {
            return "Seed " + seed + ": every invariant holds.";
        }
        var first = violations.get(0);
        return "Seed " + seed + " violates invariant " + first.invariant() + ": " + first.event() + ' ' + first.what()
                + "\nRun it again with -Dpunctual.seed=" + seed + " -Dpunctual.keep=" + String.join(",", parts)
                + "\nIts history:\n" + history.story();
    }
}
