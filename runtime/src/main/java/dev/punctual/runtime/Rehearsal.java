package dev.punctual.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.invoke.Invoker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.PermanentFailureException;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.engine.Invocation;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.handler.HandlerDefinition;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.logging.LogContext;
import dev.punctual.runtime.priming.PayloadExamples;
import dev.punctual.runtime.priming.Primable;
import dev.punctual.runtime.priming.SampleBatches;
import dev.punctual.runtime.publish.EndOfInvocation;
import dev.punctual.runtime.readback.ReadBack;
import dev.punctual.runtime.sqs.QueuesToNowhere;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.InvocationListener;
import dev.punctual.wire.payload.Payloads;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Handles made-up batches with a pipeline like the function's, from which nothing leaves: no handler is called, no listener of
 * the application's is told, the ledger and the queues are not asked, and no line is written. What the pipeline learns is
 * forgotten with it.
 */
@Singleton
public class Rehearsal {

    private static final String NAME = "rehearsal";
    private static final Duration TIME = Duration.ofSeconds(30);

    private final PunctualConfig settings;
    private final Config config;
    private final HandlerRegistry handlers;
    private final PayloadExamples examples;
    private final List<Primable> listeners;

    @Inject
    Rehearsal(PunctualConfig settings, Config config, HandlerRegistry handlers, PayloadExamples examples,
            Instance<DispatchListener> listeners, Instance<InvocationListener> invocations) {
        this.settings = settings;
        this.config = config;
        this.handlers = handlers;
        this.examples = examples;
        this.listeners = Stream.concat(listeners.stream(), invocations.stream()).filter(Primable.class::isInstance)
                .distinct().map(Primable.class::cast).toList();
    }

    /** The batches of this function. */
    List<byte[]> batches() {
        return batches(settings.function().orElse(FunctionRole.STREAM));
    }

    /** The batches of a function: one for each source that feeds it, with an event for each handler. */
    List<byte[]> batches(FunctionRole role) {
        List<HandlerDefinition> definitions = handlers.handlers().stream().map(HandlerRegistry.Handler::definition).toList();
        QueueDirectory queues = new QueueDirectory(definitions.stream().map(HandlerDefinition::source).distinct().toList(),
                settings.source());
        return new SampleBatches(new JsonFactory(), examples, new SourceNames(settings.source()), queues).of(role,
                definitions, Instant.now());
    }

    /** A stage on which all events go well; those of the dead-letter function go on to the queue of dead letters. */
    Stage handled() {
        boolean sends = settings.function().filter(FunctionRole.DEAD_LETTER::equals).isPresent();
        return new Stage((instance, arguments) -> null, sends ? QueuesToNowhere.throughTheSdk() : QueuesToNowhere.direct());
    }

    /** A stage on which all events fail, and become dead letters. */
    Stage failing() {
        return new Stage((instance, arguments) -> {
            throw new PermanentFailureException(NAME);
        }, QueuesToNowhere.throughTheSdk());
    }

    /** A pipeline that leads nowhere; used by one thread. */
    final class Stage implements AutoCloseable {

        private final ExecutorService executor = PipelineFactory.executor();
        private final SqsClient sqs;
        private final InvocationListener told;
        private final EventPipeline pipeline;

        private Stage(Invoker<?, ?> invoker, SqsClient sqs) {
            this.sqs = sqs;
            List<Primable.Twin> twins = listeners.stream().map(Primable::twin).toList();
            this.told = new InvocationListeners(twins.stream().flatMap(twin -> twin.invocations().stream()).toList());
            this.pipeline = new PipelineFactory(settings, config, bare(invoker), () -> sqs, () -> {
                throw new IllegalStateException("no made-up event has an outcome to keep");
            }, Optional.empty(), Payloads.INLINE, new ReadBack(Optional.empty(), Optional.empty(), new JsonFactory()),
                    new PipelineFactory.Told(Listeners.of(twins.stream().flatMap(twin -> twin.events().stream()).toList()),
                            new LogContext(handlers), told),
                    executor).pipeline();
        }

        /** Handles a batch; returns the answer. */
        byte[] handle(byte[] batch) {
            Instant end = Instant.now().plus(TIME);
            told.began(NAME, NAME, end);
            byte[] answer = pipeline.handle(batch, new Invocation(NAME, NAME, end));
            new EndOfInvocation(Optional.empty(), InstantSource.system(), settings.guard()).settle(end);
            told.answering(end);
            return answer;
        }

        @Override
        public void close() {
            executor.shutdownNow();
            sqs.close();
        }
    }

    /** The same handlers without what they do: one attempt each, no outcome to keep, nothing to publish, nobody to tell. */
    private HandlerRegistry bare(Invoker<?, ?> invoker) {
        return new HandlerRegistry(handlers.handlers().stream().map(handler -> bare(handler, invoker)).toList(), List.of());
    }

    private static HandlerRegistry.Handler bare(HandlerRegistry.Handler handler, Invoker<?, ?> invoker) {
        HandlerDefinition known = handler.definition();
        return new HandlerRegistry.Handler(
                new HandlerDefinition(known.id(), known.method(), known.kind(), known.source(), known.type(),
                        known.payloadType(), known.parameters(), Optional.empty(), Optional.empty(), OrderRule.ANY,
                        Optional.empty()),
                invoker, handler.codec(), Optional.empty());
    }
}
