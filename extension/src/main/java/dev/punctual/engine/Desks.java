package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * The desks of a batch, each served by a thread of its own when there is something to do, so that what is slow holds up
 * neither the answer nor the handlers.
 */
final class Desks {

    /** How a batch waits for something to happen. */
    @FunctionalInterface
    interface Wait {
        void atMost(Duration time) throws InterruptedException;
    }

    private final Executor executor;
    private final Runnable served;
    private final List<Desk<?>> desks = new ArrayList<>();

    /**
     * @param served told when a desk has nothing more to do
     */
    Desks(Executor executor, Runnable served) {
        this.executor = executor;
        this.served = served;
    }

    void add(Desk<?> desk) {
        desks.add(desk);
    }

    /** Sees to it that each desk is served that needs it. */
    void flush() {
        for (Desk<?> desk : desks) {
            if (desk.claim() && !Workers.run(executor, () -> serve(desk), "for messages; the invoking one sends them")) {
                serve(desk);
            }
        }
    }

    private void serve(Desk<?> desk) {
        desk.serve();
        served.run();
    }

    /**
     * Serves what there is until an instant, and nothing after it.
     *
     * @param moreToCome whether somebody may still ask for something
     */
    void finish(Instant latest, InstantSource clock, BooleanSupplier moreToCome, Wait wait) {
        try {
            for (Instant now = clock.instant(); (moreToCome.getAsBoolean() || areBusy())
                    && now.isBefore(latest); now = clock.instant()) {
                flush();
                wait.atMost(Duration.between(now, latest));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        desks.forEach(Desk::close);
    }

    private boolean areBusy() {
        return desks.stream().anyMatch(Desk::isBusy);
    }
}
