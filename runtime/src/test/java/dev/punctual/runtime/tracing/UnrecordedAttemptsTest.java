package dev.punctual.runtime.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.EventContext;
import dev.punctual.Transaction;
import dev.punctual.event.Correlation;
import dev.punctual.event.EventSource;
import dev.punctual.event.TraceContext;
import dev.punctual.spi.AttemptObserver.Observation;
import dev.punctual.spi.PublishObserver.Outgoing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** Attempts that are sampled out carry their traces on, whether that is known beforehand or the sampler says so. */
class UnrecordedAttemptsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final TraceContext RECORDED = new TraceContext("00-" + TRACE + "-00f067aa0ba902b7-01", "shop=1");
    private static final TraceContext UNRECORDED = new TraceContext("00-" + TRACE + "-00f067aa0ba902b7-00", "shop=1");

    record Sampled(Sampler sampler, boolean foreseen, TraceContext parent) {
    }

    private static Stream<Sampled> sampledOut() {
        return Stream.of(true, false).flatMap(foreseen -> Stream.of(
                new Sampled(Sampler.alwaysOff(), foreseen, RECORDED), new Sampled(Sampler.alwaysOff(), foreseen, UNRECORDED),
                new Sampled(Sampler.alwaysOff(), foreseen, TraceContext.NONE),
                new Sampled(Sampler.parentBased(Sampler.alwaysOn()), foreseen, UNRECORDED),
                new Sampled(Sampler.parentBased(Sampler.alwaysOff()), foreseen, TraceContext.NONE)));
    }

    private record Attempt(Correlation correlation) implements EventContext {

        @Override
        public String id() {
            return "event-1";
        }

        @Override
        public String type() {
            return "placed";
        }

        @Override
        public Instant arrival() {
            return Instant.EPOCH;
        }

        @Override
        public Instant deadline() {
            return Instant.EPOCH.plusSeconds(5);
        }

        @Override
        public Duration remaining() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public String partitionKey() {
            return "k";
        }

        @Override
        public EventSource source() {
            return EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders");
        }

        @Override
        public void transact(Transaction effects) {
            throw new IllegalStateException("there is no ledger");
        }
    }

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    private Tracer tracer(Sampler sampler) {
        return SdkTracerProvider.builder().setSampler(sampler).addSpanProcessor(SimpleSpanProcessor.create(spans)).build()
                .get("test");
    }

    private Observation begin(Sampled sampled, Tracer tracer) {
        Sampling sampling = sampled.foreseen ? Sampling.of(sampled.sampler.getDescription()) : Sampling.UNKNOWN;
        InvocationSpans invocations = new InvocationSpans(tracer, () -> "", time -> {
        }, Duration.ZERO, InstantSource.system());
        Correlation correlation = new Correlation("order-7", "", 0, false, sampled.parent, Map.of());
        return new AttemptSpans(tracer, sampling, invocations).begin("Orders#placed", new Attempt(correlation),
                TraceContext.NONE);
    }

    @ParameterizedTest
    @MethodSource("sampledOut")
    void carryTheTraceOnAsNotRecorded(Sampled sampled) {
        Observation attempt = begin(sampled, tracer(sampled.sampler));
        TraceContext place = attempt.trace();
        attempt.end(null);

        assertThat(place.flags()).isEqualTo("00");
        assertThat(place.traceId()).isNotEqualTo("0".repeat(32));
        if (!sampled.parent.isNone()) {
            assertThat(place.traceId()).isEqualTo(TRACE);
        }
        assertThat(place.parentId()).hasSize(16).isNotEqualTo(sampled.parent.parentId());
        assertThat(place.tracestate()).isEqualTo(sampled.parent.tracestate());
        assertThat(TraceContext.of(place.traceparent(), "")).as("is well-formed").isNotEqualTo(TraceContext.NONE);
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sampledOut")
    void areCurrentUntilTheyEnd(Sampled sampled) {
        Tracer tracer = tracer(sampled.sampler);
        Observation attempt = begin(sampled, tracer);

        SpanContext current = Span.current().getSpanContext();
        Span child = tracer.spanBuilder("of the handler").startSpan();
        child.end();
        String published = new PublishSpans(tracer).begin(outgoing()).trace().traceId();
        attempt.end(new IllegalStateException("busy"));

        assertThat(attempt.trace().parentId()).isEqualTo(current.getSpanId());
        assertThat(current.isSampled()).isFalse();
        assertThat(child.getSpanContext().getTraceId()).isEqualTo(current.getTraceId()).isEqualTo(published);
        assertThat(spans.getFinishedSpanItems()).isEmpty();
        assertThat(Span.current().getSpanContext().isValid()).as("an attempt after it").isFalse();
    }

    private static Outgoing outgoing() {
        return new Outgoing("payments", "event-2", "paid", "Orders#placed", Correlation.NONE);
    }
}
