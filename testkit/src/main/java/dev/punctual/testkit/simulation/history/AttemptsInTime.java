package dev.punctual.testkit.simulation.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 6: no attempt starts when now + C + G is past the deadline or the end of the invocation; the deadline is counted from the
 * arrival that the stream stamped, whatever the engine says it is.
 */
final class AttemptsInTime implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        var deadlines = new Deadlines(history);
        Map<Integer, Instant> ends = new HashMap<>();
        history.of(Happening.Invoked.class).forEach(invoked -> ends.put(invoked.invocation(), invoked.end()));
        List<Violation> found = new ArrayList<>();
        for (var attempt : history.of(Happening.Attempted.class)) {
            var over = attempt.at().plus(history.rules().attemptAndGuard());
            var deadline = deadlines.of(attempt.event(), attempt.handler());
            if (over.isAfter(deadline)) {
                found.add(new Violation(6, attempt.event(), "attempt " + attempt.attempt() + " for " + attempt.handler()
                        + " at " + attempt.at() + " would be over at " + over + ", its deadline is " + deadline));
            }
            var end = ends.getOrDefault(attempt.invocation(), Instant.MIN);
            if (over.isAfter(end)) {
                found.add(new Violation(6, attempt.event(), "attempt " + attempt.attempt() + " for " + attempt.handler()
                        + " at " + attempt.at() + " would be over at " + over + ", its invocation ends at " + end));
            }
        }
        return found;
    }
}
