package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** 1: once faults stop, each accepted event was handled by each of its handlers, or is dead for it. */
final class EveryEventEnds implements Invariant {

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
        for (var happening : history.all()) {
            if (happening instanceof Happening.Handled handled) {
                ends.add(new End(handled.event(), handled.handler()));
            } else if (happening instanceof Happening.Buried buried) {
                ends.add(new End(buried.event(), buried.handler()));
            } else if (happening instanceof Happening.Abandoned abandoned) {
                ends.add(new End(abandoned.event(), abandoned.handler()));
            }
        }
        return ends;
    }
}
