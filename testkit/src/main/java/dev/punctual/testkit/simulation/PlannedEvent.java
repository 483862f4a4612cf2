package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * An event that is to be put.
 *
 * @param number from 0
 * @param early whether it is put before the mapping is there; else at so long after
 */
record PlannedEvent(int number, boolean early, Duration at, String key, byte[] data) {

    static PlannedEvent draw(int number, Plan plan, SplittableRandom random) {
        boolean early = !plan.platform().lateBy().isZero() && random.nextBoolean();
        var at = Duration.ofMillis(random.nextLong(plan.faultsFor().toMillis()));
        return new PlannedEvent(number, early, at, "key-" + number % plan.keys(), Payloads.draw(number, random));
    }

    String part() {
        return "event-" + number;
    }
}
