package dev.punctual.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.spi.UndecodableException;

/**
 * A world drawn from a seed: settings, handlers that fail, and queues and listeners that fail too; writes down what it saw.
 *
 * <p>
 * An event's first byte is its type; {@code !} is bytes that nobody can read, {@code ?} a payload of the wrong shape.
 */
final class RandomWorld {

    /** One call of a handler, and the instant it began. */
    record Call(String handler, RetryPolicy policy, int attempt, Instant start, Instant deadline) {
    }

    final Random random;
    final VirtualClock clock = new VirtualClock();
    final EngineSettings settings;
    final List<EventRoute> routes = new ArrayList<>();
    final Invocation invocation;
    final List<Call> calls = new ArrayList<>();
    /** By event and handler, what has certainly happened. */
    final Map<String, Integer> handled = new HashMap<>();
    final List<ParkedEvent> parked = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();
    final List<Instant> parkedAt = new ArrayList<>();

    private final Map<String, Integer> failuresLeft = new HashMap<>();
    private final int queueTrouble;
    private final int listenerTrouble;

    RandomWorld(long seed) {
        random = new Random(seed);
        queueTrouble = random.nextInt(3) * 30;
        listenerTrouble = random.nextInt(3) * 5;
        settings = new EngineSettings(1 + random.nextInt(4),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(millis(500)), millis(300), millis(1_500),
                random.nextBoolean(), "shop:1.0");
        invocation = new Invocation("orders-stream", "request-1", clock.instant().plus(millis(20_000)));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            routes.add(route(i));
        }
    }

    BatchProcessor processor() {
        return new BatchProcessor(new EventRouter(routes), settings,
                new BatchProcessor.Ports(event -> read(event.data()), this::park, this::bury, listener()),
                new BatchProcessor.Surroundings(clock, clock, random, Runnable::run));
    }

    Duration millis(int most) {
        return Duration.ofMillis(random.nextInt(most + 1));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    static String key(EventRecord event, String handler) {
        return event.sequenceNumber() + '#' + handler;
    }

    private RetryPolicy policy() {
        Duration budget = oneIn(4) ? Duration.ofHours(2) : millis(20_000).plusMillis(1);
        Duration base = Duration.ofMillis(1 + random.nextInt((int) Math.min(3_000, budget.toMillis())));
        return new RetryPolicy(new TimeBudget(budget), oneIn(2) ? Integer.MAX_VALUE : 1 + random.nextInt(6),
                new Backoff(base, base.plus(oneIn(4) ? Duration.ofHours(1) : millis(10_000))),
                List.of(PermanentFailureException.class));
    }

    private EventRoute route(int number) {
        String handler = "handler" + number;
        RetryPolicy policy = policy();
        return new EventRoute(handler, EventSource.Kind.STREAM, "orders", List.of("a", "b", "").get(number % 3),
                RandomWorld::decode, policy, (payload, context) -> invoke(handler, policy, (byte[]) payload, context));
    }

    private void invoke(String handler, RetryPolicy policy, byte[] payload, EventContext context) throws Throwable {
        String key = context.id().substring(context.id().indexOf(':') + 1) + '#' + handler;
        calls.add(new Call(handler, policy, context.attempt(), clock.instant(), context.deadline()));
        clock.advance(millis(oneIn(8) ? 3_000 : 20));
        // A handler may do with its payload what it likes.
        Arrays.fill(payload, (byte) 'X');
        int left = failuresLeft.computeIfAbsent(key, it -> oneIn(3) ? random.nextInt(8) : 0);
        failuresLeft.put(key, left - 1);
        if (left > 0) {
            throw failure();
        }
        handled.merge(key, 1, Integer::sum);
    }

    private Throwable failure() {
        return switch (random.nextInt(8)) {
            case 0 -> new PermanentFailureException("never");
            case 1 -> new StackOverflowError();
            case 2 -> new AssertionError("wrong");
            case 3 -> new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException("no message either");
                }
            };
            default -> new IOException("try again");
        };
    }

    private Envelope read(byte[] data) throws UndecodableException {
        String type = new String(data, 0, 1, StandardCharsets.ISO_8859_1);
        if (type.equals("!")) {
            if (oneIn(2)) {
                throw new IllegalStateException("a broken reader");
            }
            throw new UndecodableException("not an event");
        }
        return new Envelope("", type, Correlation.NONE, "", data);
    }

    private static Object decode(byte[] payload) throws UndecodableException {
        if (payload.length > 1 && payload[1] == '?') {
            throw new UndecodableException("not the shape");
        }
        if (payload.length > 1 && payload[1] == '%') {
            throw new LinkageError("a broken codec");
        }
        return payload.clone();
    }

    private List<SendResult> park(List<ParkedEvent> events) {
        Instant now = clock.instant();
        return take(events, event -> {
            parked.add(event);
            parkedAt.add(now);
        });
    }

    private List<SendResult> bury(List<DeadLetter> all) {
        return take(all, letters::add);
    }

    /** Takes all, or some, or none and breaks the contract of queues in one way or another. */
    private <T> List<SendResult> take(List<T> things, Consumer<T> taken) {
        clock.advance(millis(20));
        boolean trouble = random.nextInt(100) < queueTrouble;
        int kind = trouble ? random.nextInt(5) : 5;
        if (kind < 3) {
            return fail(kind);
        }
        List<SendResult> results = new ArrayList<>();
        for (T thing : things) {
            if (kind == 5 || oneIn(2)) {
                taken.accept(thing);
                results.add(SendResult.SENT);
            } else {
                results.add(kind == 3 ? new SendResult.NotSent("refused") : null);
            }
        }
        return results;
    }

    private static List<SendResult> fail(int kind) {
        return switch (kind) {
            case 0 -> throw new IllegalStateException("the queue is away");
            case 1 -> throw new LinkageError("the queue is broken");
            default -> List.of();
        };
    }

    private DispatchListener listener() {
        return new DispatchListener() {
            @Override
            public void attemptStarted(String handler, EventContext context, Instant start) {
                mayThrow();
            }

            @Override
            public void attemptEnded(String handler, EventContext context, Instant start, Instant end,
                    @Nullable Throwable failure) {
                mayThrow();
            }

            @Override
            public void finished(Finished finished) {
                mayThrow();
            }
        };
    }

    private void mayThrow() {
        if (random.nextInt(100) < listenerTrouble) {
            if (oneIn(2)) {
                throw new IllegalStateException("a broken listener");
            }
            throw new LinkageError("a broken listener");
        }
    }
}
