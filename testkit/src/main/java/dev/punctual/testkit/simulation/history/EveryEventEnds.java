package dev.punctual.testkit.simulation.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 1: once faults stop, each accepted event was handled by each of its handlers, or is dead for it; one that the stream was not
 * asked for in time is the platform's loss, if it is old enough for that.
 */
final class EveryEventEnds implements Invariant {

    /** How much older than it is the stream may take a record to be. */
    private static final Duration STAMPED_EARLY = Duration.ofSeconds(10);

    private record End(String event, String handler) {
    }

    @Override
    public List<Violation> violations(History history) {
        var ends = ends(history);
        List<Violation> found = new ArrayList<>();
        history.of(Happening.Unsettled.class).forEach(each -> found.add(new Violation(1, "", each.what())));
        for (var accepted : history.of(Happening.Accepted.class)) {
            for (var handler : accepted.handlers()) {
                if (!ends.contains(new End(accepted.event(), handler)) && !ends.contains(new End(accepted.event(), ""))) {
                    found.add(new Violation(1, accepted.event(), "it is neither handled by '" + handler + "' nor dead"));
                }
            }
        }
        return found;
    }

    private static Set<End> ends(History history) {
        Set<End> ends = new HashSet<>();
        var lost = lost(history);
        for (var happening : history.all()) {
            if (happening instanceof Happening.Handled handled) {
                ends.add(new End(handled.event(), handled.handler()));
            } else if (happening instanceof Happening.Buried buried) {
                ends.add(new End(buried.event(), buried.handler()));
            } else if (happening instanceof Happening.Abandoned abandoned) {
                ends.add(new End(abandoned.event(), abandoned.handler()));
            } else if (happening instanceof Happening.Accepted accepted && lost.contains(accepted.event())) {
                ends.add(new End(accepted.event(), ""));
            }
        }
        return ends;
    }

    private static Set<String> lost(History history) {
        Map<String, Happening.Expired> expired = new HashMap<>();
        history.of(Happening.Expired.class).forEach(each -> expired.put(each.event(), each));
        Set<String> lost = new HashSet<>();
        for (var accepted : expired.isEmpty() ? List.<Happening.Accepted> of() : history.of(Happening.Accepted.class)) {
            var end = expired.get(accepted.event());
            if (end != null && !accepted.at().plus(end.retention()).minus(STAMPED_EARLY).isAfter(end.at())) {
                lost.add(accepted.event());
            }
        }
        return lost;
    }
}
