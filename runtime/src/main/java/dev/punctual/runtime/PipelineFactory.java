package dev.punctual.runtime;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.eclipse.microprofile.config.Config;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.EventPublisher;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.LedgerSettings;
import dev.punctual.engine.Pause;
import dev.punctual.runtime.config.LedgerConfig;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.config.PunctualConfig.UnknownType;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.runtime.config.Redactions;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.deadletter.Completion;
import dev.punctual.runtime.deadletter.DeadLetterCompleter;
import dev.punctual.runtime.deadletter.LetterSubscribers;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.priming.Draws;
import dev.punctual.runtime.readback.ReadBack;
import dev.punctual.runtime.sqs.SqsDeadLetterQueue;
import dev.punctual.runtime.sqs.SqsRetryQueue;
import dev.punctual.spi.AttemptObserver;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.InvocationListener;
import dev.punctual.spi.OutcomeLedger;
import dev.punctual.spi.RetryQueue;
import dev.punctual.wire.cloudevents.EventForms;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.sqs.MessageSender;
import dev.punctual.wire.sqs.QueueUrls;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the pipeline together, once, when the function starts. */
final class PipelineFactory {

    private static final int HANDLERS_PER_CORE = 4;

    /** Who is told what happens. */
    record Told(DispatchListener listener, AttemptObserver observer, InvocationListener invocations) {
    }

    private final PunctualConfig settings;
    private final Config config;
    private final HandlerRegistry handlers;
    private final Supplier<SqsClient> sqs;
    private final Supplier<OutcomeLedger> ledger;
    private final Optional<EventPublisher> publisher;
    private final Payloads payloads;
    private final ReadBack readBack;
    private final Told told;
    private final Executor executor;
    private final JsonFactory json = new JsonFactory();
    private final InstantSource clock = InstantSource.system();

    /**
     * @param sqs called on first need
     * @param ledger called if a handler needs it
     * @param publisher what handlers publish with, if any does
     * @param payloads puts the bytes of events into messages
     * @param readBack gets records that Lambda gave up on
     */
    PipelineFactory(PunctualConfig settings, Config config, HandlerRegistry handlers,
            Supplier<SqsClient> sqs, Supplier<OutcomeLedger> ledger, Optional<EventPublisher> publisher, Payloads payloads,
            ReadBack readBack, Told told, Executor executor) {
        this.settings = settings;
        this.config = config;
        this.handlers = handlers;
        this.sqs = sqs;
        this.ledger = ledger;
        this.publisher = publisher;
        this.payloads = payloads;
        this.readBack = readBack;
        this.told = told;
        this.executor = executor;
    }

    EventPipeline pipeline() {
        QueueDirectory queues = new QueueDirectory(
                handlers.handlers().stream().map(handler -> handler.definition().source()).distinct().toList(),
                settings.source());
        MessageSender sender = new MessageSender(sqs, new QueueUrls(sqs));
        SourceNames names = new SourceNames(settings.source());
        StartupCheck.queues(queues, names, handlers.handlers().stream().map(HandlerRegistry.Handler::definition).toList());
        List<EventRoute> routes = RoutingBeans.routes(handlers, config, names, publisher);
        EventRouter router = new EventRouter(routes);
        Function<DeadLetterQueue, BatchProcessor> processors = processors(routes, router,
                new SqsRetryQueue(sender, queues, new RetryFormat(json), payloads));
        // With methods to tell, letters pass the dead-letter function first.
        Purpose letterBox = handlers.deadLetterMethods().isEmpty() ? Purpose.DEAD_LETTER : Purpose.ON_FAILURE;
        return new EventPipeline(json, new SourceRouting(queues, settings.function()),
                processors.apply(deadLetterQueue(sender, queues, letterBox)),
                new DeadLetterCompleter(new Completion(json, payloads, readBack, clock), processors, subscribers(router),
                        deadLetterQueue(sender, queues, Purpose.DEAD_LETTER)::forward, clock, application(config)),
                payloads, told.invocations(), clock);
    }

    private SqsDeadLetterQueue deadLetterQueue(MessageSender sender, QueueDirectory queues, Purpose purpose) {
        return new SqsDeadLetterQueue(sender, queues, new DeadLetterFormat(json), payloads, purpose);
    }

    private Function<DeadLetterQueue, BatchProcessor> processors(List<EventRoute> routes, EventRouter router,
            RetryQueue retryQueue) {
        EngineSettings engine = engineSettings(settings, config);
        StartupCheck.budgets(routes, engine);
        StartupCheck.ledger(routes, settings.ledger().ttl());
        Optional<OutcomeLedger> kept = routes.stream().anyMatch(route -> route.idempotency().isKept())
                ? Optional.of(ledger.get())
                : Optional.empty();
        RandomGenerator random = Draws.OF_THIS_PROCESS;
        return letters -> new BatchProcessor(router, engine,
                new BatchProcessor.Ports(envelopes(settings, json), retryQueue, letters, kept,
                        told.listener(), told.observer()),
                new BatchProcessor.Surroundings(clock, Pause.REAL, random, executor));
    }

    static EnvelopeReader envelopes(PunctualConfig settings, JsonFactory json) {
        long largest = settings.maxEventSize().asLongValue();
        if (largest < 1 || largest > PunctualConfig.LARGEST_EVENT) {
            throw new IllegalArgumentException("quarkus.punctual.max-event-size: " + largest + " bytes is out of range;"
                    + " set 1 to " + PunctualConfig.LARGEST_EVENT + " (10M, the largest record of a Kinesis stream)");
        }
        return new EventForms(json, settings.typeField(), (int) largest);
    }

    static EngineSettings engineSettings(PunctualConfig settings, Config config) {
        int concurrency = settings.concurrency().orElse(HANDLERS_PER_CORE * Runtime.getRuntime().availableProcessors());
        LedgerConfig kept = settings.ledger();
        return new EngineSettings(concurrency, settings.attemptCost(), settings.guard(), settings.queueLatency(),
                settings.unknownType() == UnknownType.IGNORE, settings.maxChainLength(),
                new LedgerSettings(kept.claimLimit(), kept.leaseMargin(), kept.failOpen()),
                Redactions.of(settings.deadLetters().redact().orElse(List.of())), application(config));
    }

    private List<DeadLetterCompleter.Subscriber> subscribers(EventRouter router) {
        return LetterSubscribers.of(RoutingBeans.letterRoutes(handlers).all(), router, envelopes(settings, json));
    }

    static String application(Config config) {
        return config.getOptionalValue("quarkus.application.name", String.class).orElse("application") + ':'
                + config.getOptionalValue("quarkus.application.version", String.class).orElse("?");
    }

    // Unbounded, since the engine bounds what it starts, and a handler that ignores its interruption must not take a place.
    static ExecutorService executor() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "punctual-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }
}
