package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.Pause;
import dev.punctual.event.EventSource;
import dev.punctual.spi.UndecodableException;

/**
 * Makes the real engine, as a new process with its own clock has it, with the models for its ports and strands for its threads.
 */
final class EngineFactory {

    private final Surrounds surrounds;
    private final RandomGenerator random;

    EngineFactory(Surrounds surrounds, RandomGenerator random) {
        this.surrounds = surrounds;
        this.random = random;
    }

    BatchProcessor create(InstantSource clock) {
        var plan = surrounds.plan();
        var wiring = surrounds.wiring();
        var ports = new BatchProcessor.Ports(event -> Payloads.readEnvelope(event.data()),
                wiring.retryQueue(new ModelRetryQueue(surrounds)),
                wiring.deadLetterQueue(new ModelDeadLetterQueue(surrounds)),
                Optional.of(wiring.ledger(new ModelLedger(surrounds))), new HistoryListener(surrounds));
        return new BatchProcessor(new EventRouter(plan.handlers().stream().map(this::route).toList()),
                wiring.settings(plan.engine()), ports,
                new BatchProcessor.Surroundings(clock, pause(), random, this::execute));
    }

    private EventRoute route(HandlerPlan handler) {
        return new EventRoute(handler.id(), EventSource.Kind.STREAM, World.STREAM, handler.type(), this::decode,
                surrounds.wiring().policy(handler.policy()), handler.idempotency(), surrounds.wiring().order(handler.order()),
                new SimulatedHandler(handler, surrounds));
    }

    // Other strands may run before an event is decoded, too.
    private Object decode(byte[] payload) throws UndecodableException {
        if (surrounds.chaos().oneOf(4) == 0) {
            surrounds.turns().await(() -> false, Duration.ZERO);
        }
        return Payloads.decode(payload);
    }

    private Pause pause() {
        return (wakeUps, atMost) -> {
            surrounds.turns().await(() -> wakeUps.availablePermits() > 0, atMost);
            wakeUps.drainPermits();
        };
    }

    private void execute(Runnable task) {
        surrounds.turns().start(Strand.current().execution(), task);
    }
}
