package dev.punctual.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import dev.punctual.EventPublisher;
import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.LetterCalls;
import dev.punctual.engine.Pause;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.event.EventSource.Kind;
import dev.punctual.publish.Transport;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.StreamEntry;
import dev.punctual.spi.UndecodableException;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.fiber.Fibers;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.stream.PutResult;
import dev.punctual.testkit.stream.StreamService;
import dev.punctual.testkit.time.VirtualScheduler;

/** The world of one test: the models of AWS, and the application's handlers on the real engine among them. */
final class Stage {

    private final Setup setup;
    private final VirtualScheduler time = new VirtualScheduler();
    private final Fibers fibers = new Fibers(time);
    private final Journal journal = new Journal(time);
    private final HandlerFaults handlerFaults = new HandlerFaults(fibers, journal);
    private final Records records = new Records();
    private final RandomGenerator random;
    private final FaultPlan faults;
    private final StreamService streams;
    private final QueueService queues;
    private final VirtualQueues parcels;
    private final Publications publications;
    private final List<EventRoute> routes;
    private final EventRouter router;
    private final LetterCourier courier;
    private final VirtualLedger ledger = new VirtualLedger(time);
    private final Map<String, StreamLane> streamLanes = new TreeMap<>();
    private final Map<String, QueueLane> queueLanes = new TreeMap<>();
    private final Map<String, QueueLane> retryLanes = new TreeMap<>();
    private final Map<PutEvent, List<String>> takers = new HashMap<>();
    private int duplicates;

    Stage(Setup setup) {
        SplittableRandom seeded = new SplittableRandom(setup.seed);
        this.setup = setup;
        this.random = seeded;
        this.faults = new FaultPlan(seeded.split());
        this.streams = new StreamService(time, AwsLocation.DEFAULT, faults, false);
        this.queues = new QueueService(time, AwsLocation.DEFAULT, faults, seeded.split());
        this.publications = new Publications(this, setup.mapper, seeded.split(), setup.application);
        Setup.Methods methods = setup.methods(publications.publisher());
        this.routes = methods.handlers().stream().sorted(Comparator.comparing(EventRoute::handler))
                .map(handlerFaults::wrap)
                .toList();
        this.router = new EventRouter(routes);
        this.courier = new LetterCourier(methods.ofLetters(), new LetterCalls(router, setup.reader), fibers,
                journal);
        this.parcels = new VirtualQueues(queues, journal, courier);
        routes.forEach(this::open);
    }

    private void open(EventRoute route) {
        String source = route.source();
        if (route.kind() == Kind.STREAM) {
            streamLanes.computeIfAbsent(source, name -> new StreamLane(name, setup, this));
        } else {
            queueLanes.computeIfAbsent(source,
                    name -> new QueueLane(name, setup, this, batch -> records.ofQueue(name, batch)));
        }
        retryLanes.computeIfAbsent(source, name -> new QueueLane(VirtualQueues.retryQueueOf(name), setup, this,
                batch -> records.ofRetryQueue(parcels::parked, batch)));
        queues.createQueue(VirtualQueues.deadLetterQueueOf(source), Map.of());
    }

    /** The engine of a new process. */
    BatchProcessor engine(VirtualProcess process) {
        return new BatchProcessor(router, setup.engine,
                new BatchProcessor.Ports(setup.reader, parcels.retryQueue(process), parcels.deadLetterQueue(process),
                        Optional.of(ledger.of(process)), listener(process)),
                new BatchProcessor.Surroundings(time, pause(), random, task -> fibers.start(process, task)));
    }

    private DispatchListener listener(VirtualProcess process) {
        return new DispatchListener() {
            @Override
            public void finished(Finished finished) {
                if (process.isAlive()) {
                    journal.finished(finished.handler(), finished.event(), finished.outcome());
                }
            }

            @Override
            public void ledgerFailed(String handler, EventRecord event, String why) {
                if (process.isAlive()) {
                    journal.note(event, handler + ": " + why);
                }
            }
        };
    }

    private Pause pause() {
        return (wakeUps, atMost) -> {
            fibers.await(() -> wakeUps.availablePermits() > 0, atMost);
            wakeUps.drainPermits();
        };
    }

    /** Puts a record, aggregated or not; returns its events. */
    List<PutEvent> put(String stream, String partitionKey, byte[] data) {
        return accepted(find(streamLanes, "stream", stream).put(partitionKey, data));
    }

    private List<PutEvent> accepted(EventRecord record) {
        records.add(record);
        return eventsOf(record).stream().map(event -> accepted(event, record, takersOf(event))).toList();
    }

    private static List<EventRecord> eventsOf(EventRecord record) {
        try {
            return AggregatedRecord.is(record.data()) ? AggregatedRecord.events(record) : List.of(record);
        } catch (UndecodableException e) {
            // It is one event, for the dead-letter queue.
            return List.of(record);
        }
    }

    /** Streams that no handler takes, are there to publish to. */
    void requireStream(String stream) {
        if (!streams.listStreams().contains(stream)) {
            streams.createStream(stream, setup.shards);
        }
    }

    void published(String stream, StreamEntry entry, PutResult.Stored stored) {
        StreamLane lane = streamLanes.get(stream);
        if (lane != null) {
            accepted(lane.accepted(stored, entry.partitionKey(), entry.data()));
            return;
        }
        EventRecord record = new EventRecord(EventSource.ofArn(streams.location().streamArn(stream)), stored.shardId(),
                stored.sequenceNumber(), entry.partitionKey(), now(), entry.data());
        records.add(record);
        eventsOf(record).forEach(event -> accepted(event, record, List.of()));
    }

    Transport transport() {
        return publications.transport();
    }

    EventPublisher publisher() {
        return publications.publisher();
    }

    PutEvent send(String queue, byte[] data) {
        EventRecord record = find(queueLanes, "queue", queue).send(data);
        records.add(record);
        return accepted(record, record, takersOf(record));
    }

    private static <L> L find(Map<String, L> lanes, String kind, String name) {
        L lane = lanes.get(name);
        if (lane == null) {
            throw new IllegalArgumentException(
                    "no handler takes the events of a " + kind + " '" + name + "'; there are handlers for " + lanes.keySet());
        }
        return lane;
    }

    private List<String> takersOf(EventRecord event) {
        List<String> handlers = envelopeOf(event).stream()
                .flatMap(envelope -> router.routes(event.source(), envelope.type()).stream()).map(EventRoute::handler)
                .toList();
        return handlers.isEmpty() ? List.of("") : handlers;
    }

    private PutEvent accepted(EventRecord taken, EventRecord record, List<String> handlers) {
        Optional<Envelope> envelope = envelopeOf(taken);
        String id = envelope.map(Envelope::id).filter(own -> !own.isEmpty()).orElseGet(taken::id);
        String type = envelope.map(Envelope::type).orElse("");
        PutEvent event = new PutEvent(journal.count() + 1, taken.id(), id, type, taken.source().name(),
                taken.partitionKey(), taken.arrival());
        takers.put(event, handlers);
        journal.put(event, record.id());
        return event;
    }

    /** Nothing for nothing, and for what should be many events and is none. */
    private Optional<Envelope> envelopeOf(EventRecord record) {
        boolean damaged = record.source().kind() == Kind.STREAM && AggregatedRecord.is(record.data());
        if (damaged || record.data().length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(setup.reader.read(record));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    /** The ids of the handlers that an event is for; an empty id where none takes it. */
    List<String> takers(PutEvent event) {
        List<String> handlers = takers.get(event);
        if (handlers == null) {
            throw new IllegalArgumentException(event + " was put in another test");
        }
        return handlers;
    }

    void requireHandler(String handler) {
        if (router.route(handler).isEmpty()) {
            throw new IllegalArgumentException("no handler has the id '" + handler + "'; there are "
                    + routes.stream().map(EventRoute::handler).toList());
        }
    }

    boolean isThrough() {
        return lanes().stream().allMatch(Lane::isThrough) && courier.isThrough();
    }

    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>(streamLanes.values());
        lanes.addAll(queueLanes.values());
        lanes.addAll(retryLanes.values());
        return lanes;
    }

    /** Ends the processes that have an invocation; returns how many. */
    int crash() {
        int crashed = lanes().stream().mapToInt(lane -> lane.function().crash()).sum();
        fibers.check();
        return crashed;
    }

    void duplicateNextBatch() {
        duplicates++;
    }

    boolean takeDuplicate() {
        return duplicates > 0 && duplicates-- > 0;
    }

    void breakQueue(String queue, Duration duration) {
        Instant mended = time.instant().plus(duration);
        faults.order(FaultRule.at("sqs:SendMessage", Trigger.when(call -> time.instant().isBefore(mended)),
                Fault.internalFailure()).on(queue));
    }

    void breakLedger(Duration duration) {
        ledger.breakUntil(time.instant().plus(duration));
    }

    void close() {
        crash();
        fibers.close();
    }

    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    VirtualScheduler time() {
        return time;
    }

    Fibers fibers() {
        return fibers;
    }

    Journal journal() {
        return journal;
    }

    HandlerFaults handlerFaults() {
        return handlerFaults;
    }

    Records records() {
        return records;
    }

    StreamService streams() {
        return streams;
    }

    QueueService queues() {
        return queues;
    }

    VirtualQueues parcels() {
        return parcels;
    }
}
