package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.template.application.Handler;

/**
 * What becomes of an event of one handler, and when, from its arrival on.
 *
 * @param handler the handler
 * @param firstWarm when the first attempt starts at the latest, if an environment is free
 * @param firstCold the same, if one has to start
 * @param limits what its budget makes of the rest; empty for a handler without one
 */
record Timeline(Handler handler, Duration firstWarm, Duration firstCold, Optional<Limits> limits) {

    /**
     * What a budget makes of attempts.
     *
     * @param budget from the event's arrival, all included
     * @param attempt C: what an attempt takes
     * @param assumed whether that is assumed, not configured
     * @param guard G: what is kept free at the end
     * @param lastStart when the last attempt can start
     * @param least the attempts that fit if every wait is as long as it can be, and every environment has to start
     * @param typical the attempts that fit if waits are half as long, and environments are free
     * @param afterStreamCrash how much later the dead letter comes where the stream function crashed with the event
     * @param afterRetryCrash the same of the retry function; empty for an event that is never parked
     */
    record Limits(Duration budget, Duration attempt, boolean assumed, Duration guard, Duration lastStart, int least,
            int typical,
            Duration afterStreamCrash, Optional<Duration> afterRetryCrash) {
    }
}
