package dev.punctual.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.punctual.EventPublisher;
import dev.punctual.engine.Invocation;
import dev.punctual.publish.SwitchTransport;
import dev.punctual.publish.Transport;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.publish.EndOfInvocation;
import dev.punctual.runtime.readback.ReadBack;
import dev.punctual.spi.AttemptObserver;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.InvocationListener;
import dev.punctual.spi.OutcomeLedger;
import dev.punctual.wire.payload.Payloads;
import io.quarkus.runtime.Startup;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The Lambda entry of every function of the application: stream, retry and dead-letter.
 *
 * <p>
 * Comes into being when the application starts, so that mistakes in its configuration show in Lambda's INIT phase.
 */
@Startup
@Singleton
public class EventFunction implements RequestStreamHandler {

    /** Used where the platform tells no deadline, as some local event servers do. */
    private static final int UNTOLD_TIME_MILLIS = 30_000;

    private final ExecutorService executor = PipelineFactory.executor();
    private final EventPipeline pipeline;
    private final InvocationListener invocations;
    private final EndOfInvocation end;

    /**
     * @throws IllegalArgumentException if an annotation's configured duration is out of range, or a setting contradicts another
     */
    @Inject
    public EventFunction(PunctualConfig settings, Config config, HandlerRegistry handlers,
            Instance<SqsClient> sqs, Instance<OutcomeLedger> ledger, Instance<DispatchListener> listeners,
            Instance<AttemptObserver> observers, Instance<InvocationListener> invocations, Instance<EventPublisher> publisher,
            Instance<SwitchTransport> publications, Payloads payloads,
            ReadBack readBack) {
        this.invocations = new InvocationListeners(invocations.stream().toList());
        this.pipeline = new PipelineFactory(settings, config, handlers, sqs::get, ledger::get,
                publisher.stream().findFirst(), payloads, readBack,
                new PipelineFactory.Told(Listeners.of(listeners.stream().toList()), Observers.of(observers.stream().toList()),
                        this.invocations),
                executor).pipeline();
        this.end = new EndOfInvocation(publications.stream().<Transport> map(it -> it).findFirst(), InstantSource.system(),
                settings.guard());
    }

    /** Ends the threads, which would hold on to an application that is reloaded. */
    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        int told = context.getRemainingTimeInMillis();
        Instant deadline = Instant.now().plusMillis(told > 0 ? told : UNTOLD_TIME_MILLIS);
        output.write(handle(input.readAllBytes(),
                new Invocation(told(context.getFunctionName()), told(context.getAwsRequestId()), deadline)));
    }

    /** Local event servers leave things out. */
    private static String told(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * Handles one event of Lambda's.
     *
     * @return the partial batch response
     */
    public byte[] handle(byte[] event, Invocation invocation) {
        invocations.began(invocation.function(), invocation.requestId(), invocation.end());
        try {
            return pipeline.handle(event, invocation);
        } finally {
            end.settle(invocation.end());
            invocations.answering(invocation.end());
        }
    }
}
