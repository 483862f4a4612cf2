package dev.punctual.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.EventPublisher;
import dev.punctual.aggregation.AggregateWriter;
import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.LetterRoutes;
import dev.punctual.engine.EngineSettings;
import dev.punctual.publish.SwitchTransport;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.testkit.fiber.Fibers;

/**
 * Runs handlers on the real engine, among models of streams, queues and their mappings, in virtual time: a test puts events,
 * lets things go wrong, moves the time, and checks what became of each event.
 *
 * <p>
 * Nothing happens unless the time is moved, and every run is the same. A plain test gives its handlers to
 * {@link #forHandlers}; in a {@code @QuarkusTest}, {@code @Inject PunctualTest} runs those of the application. The methods
 * that begin with {@code with} are for before the first event is put. For one test and its thread; handlers may {@link #put},
 * too.
 */
public final class PunctualTest implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Setup setup;
    private final Optional<Diversion> diversion;
    private @Nullable Stage stage;

    private PunctualTest(Setup setup) {
        this.setup = setup;
        this.diversion = setup.application.map(of -> Diversion.begin(of.transport(), () -> stage().transport()));
    }

    /** Runs the {@code @OnEvent} and {@code @OnDeadLetter} methods of these objects; payloads are read by Jackson. */
    public static PunctualTest forHandlers(Object... handlers) {
        return new PunctualTest(Setup.ofHandlers(publisher -> List.of(handlers)));
    }

    /**
     * Likewise, of handlers that publish.
     *
     * @param handlers makes them, once, with what publishes onto the test's streams
     */
    public static PunctualTest forHandlers(Function<EventPublisher, ? extends List<?>> handlers) {
        return new PunctualTest(Setup.ofHandlers(handlers));
    }

    /**
     * Runs an application's own routes.
     *
     * @param mapper writes what the test puts
     */
    public static PunctualTest forRoutes(EventRouter routes, LetterRoutes letters, EnvelopeReader reader,
            EngineSettings settings, ObjectMapper mapper) {
        return new PunctualTest(Setup.ofRoutes(routes, letters, reader, settings, mapper, Optional.empty()));
    }

    /**
     * Runs an application's own routes, and has what it publishes go to the test's streams, until the test is closed.
     *
     * @param mapper writes what the test puts
     * @param transport what the publisher sends its events with
     */
    public static PunctualTest forRoutes(EventRouter routes, LetterRoutes letters, EnvelopeReader reader,
            EngineSettings settings, ObjectMapper mapper, EventPublisher publisher, SwitchTransport transport) {
        return new PunctualTest(Setup.ofRoutes(routes, letters, reader, settings, mapper,
                Optional.of(new Publications.OfApplication(transport, publisher))));
    }

    /** Gives a value to an expression such as <code>${orders.budget}</code> in a plain object's annotations. */
    public PunctualTest withConfig(String name, String value) {
        before("withConfig").config.put(name, value);
        return this;
    }

    /** Gives each stream so many shards, at least 1; 1 by default. */
    public PunctualTest withShards(int shards) {
        before("withShards").shards = shards;
        return this;
    }

    /** Delivers at most so many events at once, 1 to 10,000; 100 by default, and at most 10 from queues. */
    public PunctualTest withBatchSize(int events) {
        before("withBatchSize").batchSize = events;
        return this;
    }

    /** Lets an invocation take whole seconds, 1 to 900; 30 by default. */
    public PunctualTest withFunctionTimeout(Duration timeout) {
        before("withFunctionTimeout").functionTimeout = timeout;
        return this;
    }

    /** Sets the engine's settings: attempt cost, guard, whether unknown types pass. */
    public PunctualTest withSettings(EngineSettings settings) {
        before("withSettings").engine = settings;
        return this;
    }

    /** Draws the waits between attempts from another seed than 1. */
    public PunctualTest withSeed(long seed) {
        before("withSeed").seed = seed;
        return this;
    }

    /**
     * Puts an event on a stream.
     *
     * @param payload a {@link CloudEvent}; or text or bytes, put as they are; or anything else, put as its JSON
     * @return names the event
     * @throws IllegalArgumentException if no handler takes the stream
     */
    public PutEvent put(String stream, String partitionKey, Object payload) {
        byte[] data = bytes(payload, 1);
        if (AggregatedRecord.is(data)) {
            throw new IllegalArgumentException("the payload begins like an aggregated record; put it with putAggregated");
        }
        return stage().put(stream, partitionKey, data).get(0);
    }

    /**
     * Puts events on a stream in one record, as the Kinesis Producer Library does.
     *
     * @return names the events, in their order
     * @throws IllegalArgumentException if there are none, or no handler takes the stream
     */
    public List<PutEvent> putAggregated(String stream, List<KeyedEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("putAggregated: an aggregated record needs an event");
        }
        AggregateWriter record = new AggregateWriter();
        for (KeyedEvent event : events) {
            record.add(event.partitionKey(), "", bytes(event.payload(), record.count() + 1));
        }
        return putAggregated(stream, record.partitionKey(), record.toBytes());
    }

    /**
     * Puts a record on a stream that was aggregated elsewhere.
     *
     * @param record put as it is
     * @return names its events, in their order; the record itself where it is damaged
     * @throws IllegalArgumentException if no handler takes the stream
     */
    public List<PutEvent> putAggregated(String stream, String partitionKey, byte[] record) {
        return stage().put(stream, partitionKey, record.clone());
    }

    /**
     * Sends an event to a queue.
     *
     * @param payload as in {@link #put}
     * @return names the event
     * @throws IllegalArgumentException if no handler takes the queue
     */
    public PutEvent send(String queue, Object payload) {
        return stage().send(queue, bytes(payload, 1));
    }

    /**
     * Publishes onto the test's streams. What is published is put like
     * what the test puts; on a stream that no handler takes, it stays.
     *
     * <p>
     * The test must have been set up: it begins.
     */
    public EventPublisher publisher() {
        return stage().publisher();
    }

    /** Makes a handler throw when it is called, each time unless the fault is narrowed; its work is not done. */
    public HandlerFault fail(String handler, Throwable failure) {
        return fault(handler, new HandlerFault.Kind.Fails(failure));
    }

    /** Makes a handler's calls take virtual time. */
    public HandlerFault slowDown(String handler, Duration duration) {
        return fault(handler, new HandlerFault.Kind.Takes(duration));
    }

    /** Ends the function's process when the handler is called next; more often with {@link HandlerFault#times}. */
    public HandlerFault crash(String handler) {
        return fault(handler, new HandlerFault.Kind.Crashes()).times(1);
    }

    /** Takes back all faults of a handler. */
    public void heal(String handler) {
        stage().requireHandler(handler);
        stage().handlerFaults().clear(handler);
    }

    /**
     * Ends every process that has an invocation now, in the midst of its batch.
     *
     * @throws IllegalStateException if there is none
     */
    public void crash() {
        if (stage().crash() == 0) {
            throw new IllegalStateException("no function runs at " + now() + "; advance to when one does, such as within a "
                    + "handler that was slowed down");
        }
    }

    /** Has the next batch delivered to two processes at once, as streams and queues may do. */
    public void deliverNextBatchTwice() {
        stage().duplicateNextBatch();
    }

    /** Splits or merges a stream's open shards to so many, from half to double their number. */
    public void reshard(String stream, int shards) {
        stage().streams().updateShardCount(stream, shards);
    }

    /** Has the retry queue of a stream or queue refuse messages for a time, from now. */
    public void breakRetryQueue(String source, Duration duration) {
        stage().breakQueue(VirtualQueues.retryQueueOf(source), duration);
    }

    /** Has the dead-letter queue of a stream or queue refuse letters for a time, from now. */
    public void breakDeadLetterQueue(String source, Duration duration) {
        stage().breakQueue(VirtualQueues.deadLetterQueueOf(source), duration);
    }

    /** Has the ledger of idempotent handlers out of reach for a time, from now. */
    public void breakLedger(Duration duration) {
        stage().breakLedger(duration);
    }

    /** Moves the time, and runs what falls due on the way. */
    public void advance(Duration duration) {
        moving("advance").time().advance(duration);
    }

    /**
     * Moves the time until every event that was put has come to its end.
     *
     * @throws AssertionError if one has not within a virtual day
     */
    public void runUntilIdle() {
        Stage world = moving("runUntilIdle");
        if (!world.time().runUntil(world::isThrough, LONGEST)) {
            throw new AssertionError("After " + LONGEST + ", there are still events under way.\n" + story());
        }
    }

    /** The virtual time. */
    public Instant now() {
        return stage().time().instant();
    }

    /**
     * What became of an event.
     *
     * @throws IllegalArgumentException if it was not put in this test
     */
    public EventCheck event(PutEvent event) {
        return new EventCheck(event, stage().takers(event), stage().journal());
    }

    /** All events, as they were put. */
    public List<PutEvent> events() {
        return stage().journal().events();
    }

    /** All calls of handlers, in the order in which they began. */
    public List<HandlerCall> attempts() {
        return stage().journal().calls();
    }

    /** The calls of handlers for one event, in the order in which they began. */
    public List<HandlerCall> attempts(PutEvent event) {
        return attempts().stream().filter(call -> call.event().equals(event)).toList();
    }

    /** The events that were handled, in the order in which their handlers returned; once for each handler and return. */
    public List<PutEvent> handled() {
        return attempts().stream().filter(HandlerCall::succeeded)
                .sorted(Comparator.comparing(call -> call.end().orElseThrow())).map(HandlerCall::event).toList();
    }

    /** Like {@link #handled()}, of one partition key. */
    public List<PutEvent> handled(String partitionKey) {
        return handled().stream().filter(event -> event.partitionKey().equals(partitionKey)).toList();
    }

    /** The letters that the dead-letter queues hold, in the order in which they came. */
    public List<DeadLetter> deadLetters() {
        return stage().journal().letters();
    }

    /** The stories of all events, for messages of a test's own. */
    public String story() {
        Journal journal = stage().journal();
        return journal.events().stream().map(journal::story).collect(Collectors.joining("\n"));
    }

    /** Ends what still runs, and its threads. */
    @Override
    public void close() {
        diversion.ifPresent(Diversion::end);
        if (stage != null) {
            stage.close();
        }
    }

    private HandlerFault fault(String handler, HandlerFault.Kind kind) {
        stage().requireHandler(handler);
        return stage().handlerFaults().add(handler, new HandlerFault(kind));
    }

    /** @param next 1 for the event that is put next */
    private byte[] bytes(Object payload, int next) {
        return new Payloads(setup.mapper).bytes(payload, stage().journal().count() + next);
    }

    private Stage stage() {
        Stage begun = stage == null ? new Stage(setup) : stage;
        stage = begun;
        return begun;
    }

    private Setup before(String method) {
        if (stage != null) {
            throw new IllegalStateException(method + " comes too late: the test has begun; call it before the first event");
        }
        return setup;
    }

    private Stage moving(String method) {
        if (Fibers.currentOwner() != null) {
            throw new IllegalStateException(method + " was called by a handler; only the test moves the time");
        }
        return stage();
    }
}
