package dev.punctual.testkit;

import java.time.Duration;
import java.util.Locale;

import dev.punctual.spi.Outcome;

/** How messages word what a test is told. */
final class Texts {

    private Texts() {
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3fs", duration.toNanos() / 1e9);
    }

    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Handled) {
            return "was handled";
        } else if (outcome instanceof Outcome.Parked parked) {
            return "was parked in the retry queue for " + Texts.seconds(parked.delay());
        } else if (outcome instanceof Outcome.DeadLettered dead) {
            return "became a dead letter (" + dead.reason() + ')';
        } else if (outcome instanceof Outcome.ReturnedToSource back) {
            return "returned to its source: " + back.why();
        } else if (outcome instanceof Outcome.Duplicate) {
            return "was recognised as a duplicate";
        } else if (outcome instanceof Outcome.Superseded) {
            return "was superseded";
        }
        return "passed, since no handler takes it";
    }
}
