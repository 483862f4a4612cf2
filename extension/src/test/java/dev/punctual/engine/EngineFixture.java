package dev.punctual.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.spi.UndecodableException;

/** An engine with fakes around it: events are text, {@code type:payload}; {@code !} is bytes that nobody can read. */
final class EngineFixture {

    static final EventSource ORDERS = new EventSource(EventSource.Kind.STREAM, "orders",
            "arn:aws:kinesis:us-east-1:000000000000:stream/orders");

    final VirtualClock virtual = new VirtualClock();
    final List<ParkedEvent> parked = Collections.synchronizedList(new ArrayList<>());
    final List<DeadLetter> letters = Collections.synchronizedList(new ArrayList<>());
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final List<String> ledgerFailures = Collections.synchronizedList(new ArrayList<>());
    final List<Outcome> told = Collections.synchronizedList(new ArrayList<>());

    final FaultyLedger ledger = new FaultyLedger();
    private final Random random = new Random(7);
    private final List<EventRoute> routes = new ArrayList<>();
    Function<List<ParkedEvent>, List<SendResult>> retryQueue = events -> sent(parked, events);
    Function<List<DeadLetter>, List<SendResult>> deadLetterQueue = all -> sent(letters, all);
    InstantSource clock = virtual;
    Pause pause = virtual;
    Executor executor = Runnable::run;
    int concurrency = 1;
    boolean ignoreUnknownTypes;
    LedgerSettings ledgerSettings = LedgerSettings.DEFAULT;
    Runnable slowListener = () -> {
    };
    DispatchListener alsoTold = DispatchListener.NONE;
    Optional<Duration> attemptCost = Optional.of(Duration.ofMillis(10));
    Duration invocationTime = Duration.ofSeconds(30);
    Duration queueLatency = Duration.ofMillis(500);

    static <T> List<SendResult> sent(List<T> to, List<T> what) {
        to.addAll(what);
        return what.stream().map(each -> SendResult.SENT).toList();
    }

    static RetryPolicy within(String budget) {
        return policy(Duration.parse("PT" + budget), Integer.MAX_VALUE);
    }

    static RetryPolicy policy(Duration budget, int maxAttempts) {
        return new RetryPolicy(new TimeBudget(budget), maxAttempts,
                new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)), List.of(PermanentFailureException.class));
    }

    EngineFixture handler(String id, String type, RetryPolicy policy, EventInvoker invoker) {
        return handler(id, type, policy, Idempotency.NONE, OrderRule.ANY, invoker);
    }

    /** A handler whose outcomes the ledger keeps. */
    EngineFixture kept(String id, RetryPolicy policy, OrderRule order, EventInvoker invoker) {
        return handler(id, "placed", policy, new Idempotency.ByRecord(), order, invoker);
    }

    EngineFixture kept(String id, RetryPolicy policy, EventInvoker invoker) {
        return kept(id, policy, OrderRule.ANY, invoker);
    }

    EngineFixture handler(String id, String type, RetryPolicy policy, Idempotency idempotency, OrderRule order,
            EventInvoker invoker) {
        EventInvoker recording = (payload, context) -> {
            calls.add(id + "#" + context.attempt() + " " + payload);
            invoker.invoke(payload, context);
        };
        routes.add(new EventRoute(id, EventSource.Kind.STREAM, "orders", type, EngineFixture::decode, policy,
                idempotency, order, recording));
        return this;
    }

    EngineFixture handler(String id, RetryPolicy policy, EventInvoker invoker) {
        return handler(id, "placed", policy, invoker);
    }

    List<Outcome> process(String... data) {
        List<BatchItem> items = new ArrayList<>();
        for (int i = 0; i < data.length; i++) {
            items.add(new BatchItem.Fresh(String.valueOf(i), event(i, data[i], clock.instant())));
        }
        return process(items);
    }

    List<Outcome> process(List<BatchItem> items) {
        BatchProcessor processor = processor();
        Invocation invocation = new Invocation("orders-stream", "request-1", clock.instant().plus(invocationTime));
        return processor.process(items, invocation).stream().map(ItemOutcome::outcome).toList();
    }

    BatchProcessor processor() {
        EngineSettings settings = new EngineSettings(concurrency, attemptCost, Duration.ofMillis(100), queueLatency,
                ignoreUnknownTypes, ledgerSettings, "shop:1.0");
        return new BatchProcessor(new EventRouter(routes), settings,
                new BatchProcessor.Ports(event -> read(event.data()), retryQueue::apply, deadLetterQueue::apply,
                        Optional.of(ledger), listener()),
                new BatchProcessor.Surroundings(clock, pause, random, executor));
    }

    static EventRecord event(int number, String data, Instant arrival) {
        return new EventRecord(ORDERS, "shardId-000000000000", String.valueOf(number), "key-" + number, arrival,
                data.getBytes(StandardCharsets.UTF_8));
    }

    static BatchItem retried(String handler, String data, Deadline deadline, AttemptHistory attempts) {
        return new BatchItem.Retried("message-1",
                new ParkedEvent(handler, event(0, data, deadline.arrival()), deadline, attempts, 1, Redrive.NONE,
                        Duration.ZERO));
    }

    /** What a parked event comes back as. */
    static BatchItem again(ParkedEvent parked) {
        return new BatchItem.Retried("message-" + parked.event().sequenceNumber(), parked);
    }

    /** An event of a key, fresh from its stream. */
    BatchItem ofKey(String key, int number, String data) {
        return new BatchItem.Fresh(String.valueOf(number), new EventRecord(ORDERS, "shardId-000000000000",
                String.valueOf(number), key, clock.instant(), data.getBytes(StandardCharsets.UTF_8)));
    }

    private static Envelope read(byte[] data) throws UndecodableException {
        String text = new String(data, StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        if (text.startsWith("!")) {
            throw new UndecodableException("not an event");
        }
        return new Envelope("", text.substring(0, colon), Correlation.NONE, "text/plain",
                text.substring(colon + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static Object decode(byte[] payload) throws UndecodableException {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (text.startsWith("?")) {
            throw new UndecodableException("not the shape");
        }
        if (text.startsWith("%")) {
            throw new IllegalStateException("the codec is broken");
        }
        return text;
    }

    private DispatchListener listener() {
        return new DispatchListener() {
            @Override
            public void attemptStarted(String handler, EventContext context, Instant start) {
                if (start.isAfter(context.deadline())) {
                    throw new AssertionError("an attempt started after its deadline");
                }
                alsoTold.attemptStarted(handler, context, start);
            }

            @Override
            public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
                    @Nullable Throwable failure) {
                alsoTold.attemptEnded(handler, context, start, end, failure);
            }

            @Override
            public void ledgerFailed(String handler, EventRecord event, String why) {
                ledgerFailures.add(why);
            }

            @Override
            public void finished(Finished finished) {
                slowListener.run();
                told.add(finished.outcome());
                alsoTold.finished(finished);
            }
        };
    }
}
