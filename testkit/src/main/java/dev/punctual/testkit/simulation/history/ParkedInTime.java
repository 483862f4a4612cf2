package dev.punctual.testkit.simulation.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** 7: no event is parked past its deadline; delays are whole seconds from 0 to 900. */
final class ParkedInTime implements Invariant {

    private static final Duration LONGEST = Duration.ofSeconds(900);

    @Override
    public List<Violation> violations(History history) {
        var deadlines = new Deadlines(history);
        List<Violation> found = new ArrayList<>();
        for (var parked : history.of(Happening.Parked.class)) {
            var delay = parked.delay();
            if (delay.isNegative() || delay.compareTo(LONGEST) > 0 || delay.getNano() != 0) {
                found.add(new Violation(7, parked.event(), "it was parked for " + delay + ", not for 0 to 900 whole seconds"));
            }
            var deadline = deadlines.of(parked.event(), parked.handler());
            if (parked.asked().plus(delay).isAfter(deadline)) {
                found.add(new Violation(7, parked.event(), "it was parked at " + parked.asked() + " for " + delay
                        + ", past its deadline " + deadline));
            }
        }
        return found;
    }
}
