package dev.punctual.testkit.simulation.history;

import java.time.Duration;
import java.util.Map;

/**
 * What the run was configured with, as far as invariants refer to it.
 *
 * @param attemptAndGuard C + G; of a learned C only G is known
 * @param handlers by their ids
 */
public record Rules(Duration attemptAndGuard, Map<String, HandlerRules> handlers) {

    /** Copies the map. */
    public Rules {
        handlers = Map.copyOf(handlers);
    }

    /**
     * What binds one handler.
     *
     * @param budget from an event's arrival
     * @param maxAttempts the first attempt included
     */
    public record HandlerRules(Duration budget, int maxAttempts) {
    }
}
