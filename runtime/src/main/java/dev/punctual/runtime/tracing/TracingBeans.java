package dev.punctual.runtime.tracing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.spi.AttemptObserver;
import dev.punctual.spi.PublishObserver;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;

/** What records traces; beans of applications that have {@code quarkus-opentelemetry}. */
@Singleton
public class TracingBeans {

    private static final Logger LOG = Logger.getLogger(TracingBeans.class);
    /** Set for each invocation, by Lambda's managed runtime and by Quarkus' own. */
    private static final String HEADER = "com.amazonaws.xray.traceHeader";

    private final OpenTelemetry openTelemetry;
    private final Tracer tracer;
    private final InvocationSpans invocations;

    @Inject
    TracingBeans(OpenTelemetry openTelemetry, PunctualConfig config) {
        this.openTelemetry = openTelemetry;
        this.tracer = openTelemetry.getTracer("dev.punctual");
        this.invocations = new InvocationSpans(tracer, () -> System.getProperty(HEADER, ""), this::flush,
                config.tracing().flushTimeout(), InstantSource.system());
    }

    /** Spans of invocations. */
    @Produces
    @Singleton
    InvocationSpans invocations() {
        return invocations;
    }

    /** Spans of attempts. */
    @Produces
    @Singleton
    AttemptObserver attempts() {
        return new AttemptSpans(tracer, sampling(), invocations);
    }

    /** Spans of published events. */
    @Produces
    @Singleton
    PublishObserver published() {
        return new PublishSpans(tracer);
    }

    private Sampling sampling() {
        return openTelemetry instanceof OpenTelemetrySdk sdk
                ? Sampling.of(sdk.getSdkTracerProvider().getSampler().getDescription())
                : Sampling.UNKNOWN;
    }

    private void flush(Duration atMost) {
        if (openTelemetry instanceof OpenTelemetrySdk sdk && !atMost.isNegative()
                && !sdk.getSdkTracerProvider().forceFlush().join(atMost.toMillis(), TimeUnit.MILLISECONDS).isSuccess()) {
            LOG.warnf("Spans were not all sent within %s; those left leave with the next invocation, if there is one", atMost);
        }
    }
}
