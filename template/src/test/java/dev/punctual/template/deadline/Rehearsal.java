package dev.punctual.template.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.EventContext;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.EngineSettings;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Timing;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.fiber.Fibers;
import dev.punctual.testkit.mapping.QueueMapping;
import dev.punctual.testkit.mapping.QueueMappingSettings;
import dev.punctual.testkit.mapping.StreamMappingSettings;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.PutResult;
import dev.punctual.testkit.stream.StreamService;
import dev.punctual.testkit.time.VirtualScheduler;

/**
 * One event of a stream, and a handler that fails each time, on the real engine among the models of AWS, deployed as a stack
 * says; in virtual time.
 */
final class Rehearsal implements AutoCloseable {

    /**
     * What became of the event, from its arrival on.
     *
     * @param starts when its attempts started
     * @param deadLetter when there was a dead letter
     */
    record Result(List<Duration> starts, Duration deadLetter) {
    }

    private static final Duration LONGEST = Duration.ofHours(3);

    private final ObjectMapper json = new ObjectMapper();
    private final VirtualScheduler time = new VirtualScheduler();
    private final Fibers fibers = new Fibers(time);
    private final Stack stack;
    private final boolean cold;
    private final SplittableRandom chance;
    private final RandomGenerator jitter;
    private final FaultPlan faults;
    private final StreamService streams;
    private final QueueService queues;
    private final Map<String, ParkedEvent> parked = new HashMap<>();
    private final List<Instant> starts = new ArrayList<>();
    private final List<Instant> letters = new ArrayList<>();
    private final List<EventRecord> put = new ArrayList<>();

    /**
     * @param cold whether environments take their time to start
     * @param chance draws when the event is put, and how long messages take
     * @param jitter draws the waits between attempts
     */
    Rehearsal(Stack stack, boolean cold, SplittableRandom chance, RandomGenerator jitter) {
        this.stack = stack;
        this.cold = cold;
        this.chance = chance;
        this.jitter = jitter;
        this.faults = new FaultPlan(chance.split());
        this.streams = new StreamService(time, AwsLocation.DEFAULT, faults, false);
        this.queues = new QueueService(time, AwsLocation.DEFAULT, faults, chance.split());
    }

    Result run() {
        startMappings();
        time.advance(Duration.ofMillis(chance.nextLong(2_000)));
        PutResult.Stored stored = streams.putRecord("orders", PutEntry.of("key", new byte[] { 1 }));
        put.add(new EventRecord(EventSource.ofArn(AwsLocation.DEFAULT.streamArn("orders")), stored.shardId(),
                stored.sequenceNumber(), "key", time.instant(), new byte[] { 1 }));
        Instant arrival = time.instant();
        if (!time.runUntil(() -> !letters.isEmpty(), LONGEST)) {
            throw new AssertionError("there is no dead letter, after attempts at " + starts);
        }
        return new Result(starts.stream().map(start -> Duration.between(arrival, start)).toList(),
                Duration.between(arrival, letters.get(0)));
    }

    private void startMappings() {
        StreamMapping mapping = stack.streamMappings().get(0);
        streams.createStream("orders", 1);
        new dev.punctual.testkit.mapping.StreamMapping(StreamMappingSettings.of("orders", "stream")
                .batchSize(mapping.batchSize()).batchingWindow(mapping.batchingWindow())
                .parallelizationFactor(mapping.parallelizationFactor()).reportBatchItemFailures().build(), streams, queues,
                function(FunctionRole.STREAM), time, chance.split()).start();
        Duration hidden = stack.queue(mapping.stream().source(), QueuePurpose.RETRY).orElseThrow().visibilityTimeout();
        queues.createQueue("orders-retry", Map.of("VisibilityTimeout", Long.toString(hidden.toSeconds())));
        new QueueMapping(QueueMappingSettings.of("orders-retry").reportBatchItemFailures().build(), queues,
                function(FunctionRole.RETRY), time).start();
    }

    private RehearsedFunction function(FunctionRole role) {
        Duration start = cold ? Estimates.coldStart(stack.settings(), role) : Duration.ZERO;
        boolean retry = role == FunctionRole.RETRY;
        long latency = retry ? timing().queueLatency().toMillis() : 0;
        return new RehearsedFunction(stack.function(role).settings().timeout(), start,
                () -> Duration.ofMillis(chance.nextLong(latency + 1)), this::engine,
                retry ? this::retried : unused -> List.of(new BatchItem.Fresh(put.get(0).sequenceNumber(), put.get(0))), time,
                fibers);
    }

    private List<BatchItem> retried(byte[] batch) {
        List<BatchItem> items = new ArrayList<>();
        try {
            for (JsonNode message : json.readTree(batch).path("Records")) {
                items.add(new BatchItem.Retried(message.path("messageId").asText(),
                        parked.get(message.path("body").asText())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    private Timing timing() {
        return stack.application().timing();
    }

    private BatchProcessor engine() {
        EngineSettings settings = new EngineSettings(8, timing().attemptCost(), timing().guard(), timing().queueLatency(),
                false, "rehearsal");
        return new BatchProcessor(new EventRouter(List.of(route())), settings,
                new BatchProcessor.Ports(event -> Envelope.bare(event.data()),
                        events -> events.stream().map(this::park).toList(),
                        found -> found.stream().map(letter -> bury()).toList(), listener()),
                new BatchProcessor.Surroundings(time, (wakeUps, atMost) -> {
                    fibers.await(() -> wakeUps.availablePermits() > 0, atMost);
                    wakeUps.drainPermits();
                }, jitter, task -> fibers.start(() -> true, task)));
    }

    private EventRoute route() {
        Handler handler = stack.application().handlers().get(0);
        Duration cost = timing().attemptCost().orElseThrow();
        return new EventRoute(handler.id(), EventSource.Kind.STREAM, "orders", "", payload -> payload,
                handler.retry().orElseThrow(), Idempotency.NONE, handler.order(), (payload, context) -> {
                    fibers.sleep(cost);
                    throw new IllegalStateException("it fails each time");
                });
    }

    private DispatchListener listener() {
        return new DispatchListener() {
            @Override
            public void attemptStarted(String handler, EventContext context, Instant start) {
                starts.add(start);
            }
        };
    }

    private SendResult park(ParkedEvent event) {
        String message = "parked-" + parked.size();
        parked.put(message, event);
        queues.sendMessage("orders-retry", SendRequest.of(message).delayed(event.delay()));
        return SendResult.SENT;
    }

    private SendResult bury() {
        letters.add(time.instant());
        return SendResult.SENT;
    }

    @Override
    public void close() {
        fibers.close();
    }
}
