package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;

/** What is known of one handler from its latest attempts; safe for use by several threads. */
final class HandlerState {

    final AttemptCost cost;
    final StormGuard storm;

    HandlerState(AttemptCost cost, StormGuard storm) {
        this.cost = cost;
        this.storm = storm;
    }

    void succeeded(Duration took) {
        cost.learn(took);
        storm.succeeded();
    }

    /**
     * @param permanent whether it is the event's fault, and says nothing of the handler's
     */
    void failed(Duration took, boolean permanent, Instant now) {
        cost.learn(took);
        if (!permanent) {
            storm.failed(now);
        }
    }
}
