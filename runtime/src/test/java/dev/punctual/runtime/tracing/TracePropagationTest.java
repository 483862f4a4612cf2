package dev.punctual.runtime.tracing;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.EventContext;
import dev.punctual.OutgoingEvent;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.Invocation;
import dev.punctual.event.Correlation;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.event.TraceContext;
import dev.punctual.publish.EventSerializer;
import dev.punctual.publish.OutboundEvent;
import dev.punctual.publish.PublishingInvoker;
import dev.punctual.publish.StreamPublisher;
import dev.punctual.publish.Transport;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.runtime.codec.BytesCodec;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.cloudevents.EnvelopeFormat;
import dev.punctual.wire.cloudevents.EventForms;
import dev.punctual.wire.cloudevents.OutgoingEnvelope;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.RedriveFormat;
import dev.punctual.wire.envelope.RetryFormat;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** One trace, through a stream, the retry queue, a second stream, a dead letter and its redrive. */
class TracePropagationTest {

    private static final String INCOMING = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SHOP_SPAN = "00f067aa0ba902b7";
    private static final Correlation ORDER = new Correlation("order-7", "", 0, false,
            new TraceContext("00-" + INCOMING + "-" + SHOP_SPAN + "-01", "shop=1"), Map.of("user", "u-1"));

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracer tracer = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build()
            .get("test");
    private final JsonFactory json = new JsonFactory();
    private final InvocationSpans invocations = new InvocationSpans(tracer, () -> "", time -> {
    }, Duration.ofSeconds(1), InstantSource.system());
    private final List<String> messages = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();
    private final List<byte[]> published = new ArrayList<>();
    private final List<Correlation> seen = new ArrayList<>();
    private boolean open;

    private void placed(EventContext context, StreamPublisher publisher) {
        seen.add(context.correlation());
        if (context.attempt() == 1) {
            throw new IllegalStateException("busy");
        }
        publisher.publish("payments", OutgoingEvent.of("paid", utf8("7")));
    }

    private void paid(EventContext context) {
        seen.add(context.correlation());
        if (!open) {
            throw new PermanentFailureException("closed");
        }
    }

    private StreamPublisher publisher(EnvelopeFormat format) {
        EventSerializer serializer = new EventSerializer() {
            @Override
            public byte[] serialize(String stream, Complete event) {
                return format.writer().write(new OutgoingEnvelope(event.id(), "/shop", event.type(), "", event.time(),
                        event.correlation(), event.partitionKey(), "text/plain", (byte[]) event.payload()));
            }

            @Override
            public String partitionKey(Object payload) {
                return "k";
            }
        };
        Transport transport = new Transport() {
            @Override
            public UnderWay send(String stream, OutboundEvent event, Instant latest) {
                published.add(event.data());
                return new UnderWay(event.id(), CompletableFuture.completedFuture(null));
            }

            @Override
            public List<UnderWay> underWay() {
                return List.of();
            }

            @Override
            public boolean await(List<UnderWay> events, Duration atMost) {
                return true;
            }

            @Override
            public int abandon(String why) {
                return 0;
            }
        };
        return new StreamPublisher(serializer, transport, new PublishSpans(tracer), InstantSource.system());
    }

    private static EventRoute route(String handler, String stream, EventInvoker invoker) {
        // Waits are parked: the first one is drawn from up to an hour.
        return new EventRoute(handler, EventSource.Kind.STREAM, stream, "", new BytesCodec(),
                new RetryPolicy(new TimeBudget(Duration.ofDays(1)), 5, new Backoff(Duration.ofHours(1), Duration.ofHours(1)),
                        List.of(PermanentFailureException.class)),
                invoker);
    }

    private BatchProcessor processor(EnvelopeFormat format) {
        StreamPublisher publisher = publisher(format);
        EventRouter router = new EventRouter(List.of(
                route("Orders#placed", "orders", new PublishingInvoker("Orders#placed", (payload, context) -> {
                    placed(context, publisher);
                    return null;
                }, Optional.empty(), publisher)), route("Payments#paid", "payments", (payload, context) -> paid(context))));
        return new BatchProcessor(router,
                new EngineSettings(1, Optional.empty(), Duration.ZERO, Duration.ZERO, false, "shop:1.0"),
                new BatchProcessor.Ports(new EventForms(json, "type", 1 << 20), this::park, this::bury, Optional.empty(),
                        invocations, new AttemptSpans(tracer, Sampling.UNKNOWN, invocations)),
                new BatchProcessor.Surroundings(InstantSource.system(), (wakeUps, atMost) -> wakeUps.drainPermits(),
                        new Random(1), Runnable::run));
    }

    private List<SendResult> park(List<ParkedEvent> events) {
        events.forEach(event -> messages.add(new RetryFormat(json).write(event)));
        return events.stream().map(each -> SendResult.SENT).toList();
    }

    private List<SendResult> bury(List<DeadLetter> dead) {
        dead.forEach(letter -> letters.add(new DeadLetterFormat(json).write(letter)));
        return dead.stream().map(each -> SendResult.SENT).toList();
    }

    private void invoke(BatchProcessor processor, String function, BatchItem item) {
        invocations.began(function, "request", Instant.now().plusSeconds(30));
        processor.process(List.of(item), new Invocation(function, "request", Instant.now().plusSeconds(30)));
        invocations.answering(Instant.now().plusSeconds(30));
    }

    private static EventRecord in(String stream, byte[] data) {
        EventRecord sample = event(EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/" + stream), data);
        return new EventRecord(sample.source(), sample.shardId(), sample.sequenceNumber(), "k", Instant.now(), data);
    }

    private SpanData span(String name, int which) {
        return spans.getFinishedSpanItems().stream().filter(span -> span.getName().equals(name)).skip(which - 1).findFirst()
                .orElseThrow(() -> new AssertionError("no span " + name + " among " + spans.getFinishedSpanItems()));
    }

    private static void assertBelow(SpanData span, String parentId) {
        assertThat(span.getTraceId()).as(span.getName()).isEqualTo(INCOMING);
        assertThat(span.getParentSpanId()).as(span.getName()).isEqualTo(parentId);
    }

    private static List<String> links(SpanData span) {
        return span.getLinks().stream().map(LinkData::getSpanContext).map(context -> context.getSpanId()).toList();
    }

    @ParameterizedTest
    @EnumSource(value = EnvelopeFormat.class, names = { "CLOUDEVENTS_JSON", "CLOUDEVENTS_PROTOBUF" })
    void goesThroughEveryHop(EnvelopeFormat format) throws UndecodableException {
        BatchProcessor processor = processor(format);
        byte[] order = format.writer().write(new OutgoingEnvelope("event-1", "/shop", "placed", "",
                Instant.EPOCH, ORDER, "k", "text/plain", utf8("7")));

        invoke(processor, "stream", new BatchItem.Fresh("1", in("orders", order)));
        invoke(processor, "retry", new BatchItem.Retried("2", new RetryFormat(json).read(messages.get(0))));
        invoke(processor, "stream", new BatchItem.Fresh("3", in("payments", published.get(0))));
        DeadLetter letter = new DeadLetterFormat(json).read(letters.get(0));
        open = true;
        RedrivenEvent redriven = new RedriveFormat(json).read(new RedriveFormat(json).write(new RedrivenEvent(letter.handler(),
                letter.event(), LetterData.INLINE, Instant.now(), letter.redrive().next(letter.id()),
                letter.attempts().latest().map(Attempt::traceparent).orElse(""), letter.correlationId())));
        invoke(processor, "retry", new BatchItem.Redriven("4", redriven));

        SpanData first = span("process orders", 1);
        SpanData second = span("process orders", 2);
        SpanData sent = span("send payments", 1);
        SpanData died = span("process payments", 1);
        SpanData again = span("process payments", 2);
        assertBelow(first, SHOP_SPAN);
        assertBelow(second, SHOP_SPAN);
        assertBelow(sent, second.getSpanId());
        assertBelow(died, sent.getSpanId());
        assertBelow(again, sent.getSpanId());
        assertThat(links(first)).containsExactly(span("stream", 1).getSpanId());
        assertThat(links(second)).containsExactly(first.getSpanId(), span("retry", 1).getSpanId());
        assertThat(links(died)).containsExactly(span("stream", 2).getSpanId());
        assertThat(links(again)).containsExactly(died.getSpanId(), span("retry", 2).getSpanId());
        assertThat(first.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(second.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(List.of(first.getKind(), sent.getKind())).containsExactly(SpanKind.CONSUMER, SpanKind.PRODUCER);
        assertThat(second.getAttributes().get(SpanAttributes.ATTEMPT)).isEqualTo(2);
        assertThat(List.of(first, second)).extracting(span -> span.getAttributes().get(SpanAttributes.FUNCTION))
                .containsExactly("stream", "retry");
        assertThat(span("stream", 1).getEvents()).extracting("name").containsExactly("punctual.parked");
        assertThat(span("stream", 2).getEvents()).singleElement().satisfies(dead -> {
            assertThat(dead.getName()).isEqualTo("punctual.dead-letter");
            assertThat(dead.getAttributes().get(SpanAttributes.REASON)).isEqualTo("PERMANENT");
            assertThat(dead.getAttributes().get(SpanAttributes.CAUSATION_ID))
                    .isEqualTo(died.getAttributes().get(SpanAttributes.CAUSATION_ID)).isNotBlank();
        });
        assertThat(span("retry", 2).getEvents()).as("handled in the end").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = EnvelopeFormat.class, names = { "CLOUDEVENTS_JSON", "CLOUDEVENTS_PROTOBUF" })
    void carriesIdsAndValuesOn(EnvelopeFormat format) throws UndecodableException {
        goesThroughEveryHop(format);

        assertThat(seen).extracting(Correlation::correlationId).containsOnly("order-7");
        assertThat(seen).extracting(Correlation::causationId).containsExactly("", "", "event-1", "event-1");
        assertThat(seen).extracting(Correlation::chainLength).containsExactly(0, 0, 1, 1);
        assertThat(seen).extracting(Correlation::values).containsOnly(Map.of("user", "u-1"));
        assertThat(seen).extracting(own -> own.trace().tracestate()).containsOnly("shop=1");
    }

    @ParameterizedTest
    @EnumSource(value = EnvelopeFormat.class, names = { "CLOUDEVENTS_JSON" })
    void goesOnFromTheAttemptBeforeWhereTheProducerDoesNotTrace(EnvelopeFormat format) throws UndecodableException {
        BatchProcessor processor = processor(format);
        invoke(processor, "stream", new BatchItem.Fresh("1", in("orders", utf8("{\"type\":\"placed\"}"))));
        invoke(processor, "retry", new BatchItem.Retried("2", new RetryFormat(json).read(messages.get(0))));

        SpanData first = span("process orders", 1);
        SpanData second = span("process orders", 2);
        assertThat(first.getParentSpanContext().isValid()).isFalse();
        assertThat(second.getTraceId()).isEqualTo(first.getTraceId());
        assertThat(second.getParentSpanId()).isEqualTo(first.getSpanId());
    }

    @Test
    void leavesWhatExceptionsSayOut() throws UndecodableException {
        goesThroughEveryHop(EnvelopeFormat.CLOUDEVENTS_JSON);

        assertThat(spans.getFinishedSpanItems()).noneMatch(span -> span.toString().contains("busy"));
        assertThat(span("process orders", 1).getEvents()).singleElement()
                .satisfies(exception -> assertThat(exception.getAttributes().get(SpanAttributes.EXCEPTION_TYPE))
                        .isEqualTo("java.lang.IllegalStateException"));
    }
}
