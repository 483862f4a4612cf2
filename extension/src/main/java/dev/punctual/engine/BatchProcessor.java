package dev.punctual.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

import dev.punctual.dispatch.EventRouter;
import dev.punctual.spi.AttemptObserver;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.OutcomeLedger;
import dev.punctual.spi.RetryQueue;

/**
 * Handles batches: every event is handled, parked, dead-lettered, or returned to its source; safe for use by several
 * threads, one batch each.
 *
 * <p>
 * Nothing is acknowledged before it is durable elsewhere: when a queue does not take an event, its source keeps it. A
 * batch is answered before its invocation ends, whatever its handlers do.
 */
public final class BatchProcessor {

    /**
     * What the engine needs of the world.
     *
     * @param envelopeReader reads what records say of themselves
     * @param retryQueue takes events that wait
     * @param deadLetterQueue takes events that are given up
     * @param ledger keeps outcomes; empty where no handler needs one
     * @param listener is told what happens
     * @param observer surrounds attempts
     */
    public record Ports(EnvelopeReader envelopeReader, RetryQueue retryQueue, DeadLetterQueue deadLetterQueue,
            Optional<OutcomeLedger> ledger, DispatchListener listener, AttemptObserver observer) {

        /** With nothing around attempts. */
        public Ports(EnvelopeReader envelopeReader, RetryQueue retryQueue, DeadLetterQueue deadLetterQueue,
                Optional<OutcomeLedger> ledger, DispatchListener listener) {
            this(envelopeReader, retryQueue, deadLetterQueue, ledger, listener, AttemptObserver.NONE);
        }

        /** Without a ledger. */
        public Ports(EnvelopeReader envelopeReader, RetryQueue retryQueue, DeadLetterQueue deadLetterQueue,
                DispatchListener listener) {
            this(envelopeReader, retryQueue, deadLetterQueue, Optional.empty(), listener);
        }
    }

    /**
     * Time, chance and threads.
     *
     * @param clock tells the instant
     * @param pause waits
     * @param random draws the jitter; safe for use by several threads
     * @param executor runs handlers; must not queue a task behind another one that may block
     */
    public record Surroundings(InstantSource clock, Pause pause, RandomGenerator random, Executor executor) {
    }

    private final Intake intake;
    private final BatchRun.Tools tools;

    /**
     * @param router knows the handlers
     * @throws IllegalArgumentException if one of them needs a ledger, and there is none
     */
    public BatchProcessor(EventRouter router, EngineSettings settings, Ports ports, Surroundings surroundings) {
        if (ports.ledger().isEmpty()) {
            router.routes().stream().filter(route -> route.idempotency().isKept()).findFirst().ifPresent(route -> {
                throw new IllegalArgumentException(route.handler() + " needs a ledger, and there is none");
            });
        }
        DispatchListener listener = new SafeListener(ports.listener());
        this.intake = new Intake(router, ports.envelopeReader(), settings, surroundings.clock());
        this.tools = new BatchRun.Tools(settings,
                new AttemptRunner(settings, surroundings.clock(), surroundings.random(), listener, ports.observer()),
                new Dispatcher(ports.retryQueue(), ports.deadLetterQueue()),
                ports.ledger()
                        .map(ledger -> new LedgerTools(new LedgerAccess(ledger, listener, surroundings.clock()),
                                surroundings.random())),
                listener,
                surroundings.clock(),
                surroundings.pause(), surroundings.executor());
    }

    /**
     * Handles a batch.
     *
     * @param items in the order of the batch, may be none
     * @return one outcome for each, in the same order
     */
    public List<ItemOutcome> process(List<? extends BatchItem> items, Invocation invocation) {
        BatchRun run = new BatchRun(tools, invocation, items.size());
        intake.admit(items, run);
        List<Outcome> outcomes = run.toEnd();
        List<ItemOutcome> answered = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            answered.add(new ItemOutcome(items.get(i).itemId(), outcomes.get(i)));
        }
        return answered;
    }
}
