package dev.punctual.runtime;

import static dev.punctual.wire.testing.Samples.utf8;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.Invocation;
import dev.punctual.event.EventSource;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.runtime.codec.BytesCodec;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.deadletter.Completion;
import dev.punctual.runtime.deadletter.DeadLetterCompleter;
import dev.punctual.runtime.readback.ReadBack;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.EventDecoder;
import dev.punctual.spi.InMemoryLedger;
import dev.punctual.spi.InvocationListener;
import dev.punctual.spi.OutcomeLedger;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.cloudevents.EventForms;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.payload.Payloads;

/** A pipeline with one handler for {@code placed} events of the stream and the queue {@code orders}, and fakes around. */
final class EventPipelineFixture {

    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    final List<String> calls = new ArrayList<>();
    final List<ParkedEvent> parked = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();
    final List<DeadLetter> completed = new ArrayList<>();
    @Nullable
    FunctionRole self;
    OutcomeLedger ledger = new InMemoryLedger();
    Idempotency idempotency = Idempotency.NONE;
    Instant now = NOW;
    boolean queuesTake = true;
    boolean handlerFails;
    EventDecoder<?> decoder = new BytesCodec();

    private final JsonFactory json = new JsonFactory();
    private final InstantSource clock = () -> now;

    String handle(String payload) {
        return new String(pipeline().handle(utf8(payload), new Invocation("f", "r", now.plusSeconds(30))),
                StandardCharsets.UTF_8);
    }

    static String failures(String... ids) {
        return Stream.of(ids).map(id -> "{\"itemIdentifier\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}"));
    }

    private EventPipeline pipeline() {
        QueueDirectory queues = new QueueDirectory(List.of("orders"), Map.of());
        return new EventPipeline(json, new SourceRouting(queues, Optional.ofNullable(self)),
                processor(all -> sent(letters, all)),
                new DeadLetterCompleter(
                        new Completion(json, Payloads.INLINE, new ReadBack(Optional.empty(), Optional.empty(), json), clock),
                        this::processor, List.of(),
                        all -> sent(completed, all.stream().map(QueueMessage.Letter::letter).toList()), clock, "shop:1.0"),
                Payloads.INLINE, InvocationListener.NONE, clock);
    }

    private BatchProcessor processor(DeadLetterQueue deadLetters) {
        EngineSettings settings = new EngineSettings(1, Optional.of(Duration.ofMillis(10)), Duration.ofMillis(100),
                Duration.ofMillis(500), false, "shop:1.0");
        return new BatchProcessor(new EventRouter(List.of(route(EventSource.Kind.STREAM), route(EventSource.Kind.QUEUE))),
                settings,
                new BatchProcessor.Ports(new EventForms(json, "type", 1 << 20), events -> sent(parked, events),
                        deadLetters, Optional.of(ledger), DispatchListener.NONE),
                new BatchProcessor.Surroundings(clock, (wakeUps, atMost) -> wakeUps.drainPermits(), new Random(1),
                        Runnable::run));
    }

    private EventRoute route(EventSource.Kind kind) {
        EventInvoker invoker = (payload, context) -> {
            String type = payload instanceof Struct struct ? "" + struct.getFieldsOrThrow("n").getNumberValue()
                    : new ObjectMapper().readTree((byte[]) payload).get("n").asText();
            calls.add(context.source().name() + "#" + context.attempt() + ":" + type);
            if (handlerFails) {
                throw new IllegalStateException("down");
            }
        };
        // Waits are parked: the first one is drawn from up to an hour.
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofDays(1)), 5,
                new Backoff(Duration.ofHours(1), Duration.ofHours(1)), List.of());
        return new EventRoute("Orders#" + kind, kind, "orders", "placed", decoder, policy, idempotency, OrderRule.ANY,
                invoker);
    }

    private <T> List<SendResult> sent(List<T> to, List<T> what) {
        if (!queuesTake) {
            return what.stream().<SendResult> map(each -> new SendResult.NotSent("down")).toList();
        }
        to.addAll(what);
        return what.stream().map(each -> SendResult.SENT).toList();
    }
}
