package dev.punctual.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.concurrent.ExecutorService;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.punctual.engine.Invocation;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.OutcomeLedger;
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

    /**
     * @throws IllegalArgumentException if an annotation's configured duration is out of range, or a setting contradicts another
     */
    @Inject
    public EventFunction(PunctualConfig settings, Config config, HandlerRegistry handlers,
            Instance<SqsClient> sqs, Instance<OutcomeLedger> ledger, Instance<DispatchListener> listeners) {
        this.pipeline = new PipelineFactory(settings, config, handlers, sqs::get, ledger::get,
                new Listeners(listeners.stream().toList()), executor).pipeline();
    }

    /** Ends the threads, which would hold on to an application that is reloaded. */
    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        int told = context.getRemainingTimeInMillis();
        Instant end = Instant.now().plusMillis(told > 0 ? told : UNTOLD_TIME_MILLIS);
        output.write(pipeline.handle(input.readAllBytes(),
                new Invocation(context.getFunctionName(), context.getAwsRequestId(), end)));
    }
}
