package dev.punctual.testkit.simulation;

import java.util.List;

import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;
import dev.punctual.testkit.simulation.history.HistoryChecker;
import dev.punctual.testkit.simulation.history.Violation;

/**
 * What came of one run.
 *
 * @param violations none where every invariant holds
 */
public record SimulationResult(long seed, History history, List<Violation> violations) {

    static SimulationResult of(long seed, History history) {
        return new SimulationResult(seed, history, HistoryChecker.check(history));
    }

    /** How many events the stream took. */
    public long events() {
        return history.all().stream().filter(Happening.Accepted.class::isInstance).count();
    }

    /** For people: the first violation, how to run it again, and the history of the event concerned. */
    public String report() {
        if (violations.isEmpty()) {
            return "Seed " + seed + ": every invariant holds.";
        }
        var first = violations.get(0);
        return "Seed " + seed + " violates invariant " + first.invariant() + ": " + first.event() + ' ' + first.what()
                + "\nRun it again with -Dpunctual.seed=" + seed + "\nIts history:\n" + history.story(first.event());
    }
}
