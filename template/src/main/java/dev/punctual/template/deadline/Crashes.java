package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.List;

import dev.punctual.template.finding.Finding;

/** Finds budgets that do not survive the crashes that they are to survive. */
final class Crashes {

    private Crashes() {
    }

    static List<Finding> of(Situation situation, Promise promise) {
        int crashes = situation.settings().crashesWithinBudget();
        Duration without = promise.warm().firstAttempt().plus(promise.costs().attemptAndGuard());
        Crash crash = situation.crash();
        Duration needed = without.plus(crash.worst().multipliedBy(crashes));
        // Without room for an attempt there is none for a crash either: that is said elsewhere.
        if (crashes <= 0 || promise.budget().compareTo(without) < 0 || promise.budget().compareTo(needed) >= 0) {
            return List.of();
        }
        Duration room = promise.budget().minus(without);
        String mend = Floors.annotation(Spans.rounded(needed)) + ", or " + Names.CRASHES + '=' + room.dividedBy(crash.worst());
        List<String> quicker = QuickerRecovery.of(situation, crash, room.dividedBy(crashes));
        return List.of(Finding.error(situation.handler().method(), Floors.annotation(promise.budget()) + " does not survive "
                + crashes + (crashes == 1 ? " crash" : " crashes") + ", as " + Names.CRASHES + " asks: one adds up to "
                + Spans.text(crash.worst()) + ", and with the first attempt and its end that makes " + Spans.text(needed),
                "set " + (quicker.isEmpty() ? "" : String.join(" and ", quicker) + ", or ") + mend));
    }
}
