package dev.punctual.testkit.simulation.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The events that the platform gave up, and told; and those it lost, being older than it keeps them. */
final class Excused {

    /** How much older than it is the stream may take a record to be. */
    private static final Duration STAMPED_EARLY = Duration.ofSeconds(10);

    private Excused() {
    }

    static Set<String> of(History history) {
        Set<String> excused = new HashSet<>();
        history.of(Happening.Abandoned.class).forEach(each -> excused.add(each.event()));
        Map<String, Happening.Expired> expired = new HashMap<>();
        history.of(Happening.Expired.class).forEach(each -> expired.put(each.event(), each));
        for (var accepted : history.of(Happening.Accepted.class)) {
            var end = expired.get(accepted.event());
            if (end != null && !accepted.at().plus(end.retention()).minus(STAMPED_EARLY).isAfter(end.at())) {
                excused.add(accepted.event());
            }
        }
        return excused;
    }
}
