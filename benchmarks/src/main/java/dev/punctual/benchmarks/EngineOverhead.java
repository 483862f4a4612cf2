package dev.punctual.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.engine.Pause;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.SendResult;

/**
 * What the engine itself costs for an event that is handled at its first attempt, without a ledger: readers, codec, handler
 * and listener do nothing. It is the processor's time that counts, see {@link ProcessorTime}, not that of the clock.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class EngineOverhead {

    private static final EventSource ORDERS = new EventSource(EventSource.Kind.STREAM, "orders",
            "arn:aws:kinesis:us-east-1:000000000000:stream/orders");
    private static final int LARGE = 1_000;
    private static final int MIDDLE = 100;
    private static final int SMALL = 10;

    /** Where attempts run: in the thread that invokes, or in threads of a pool. */
    public enum Threads {
        CALLER,
        POOL
    }

    @Param
    public Threads threads = Threads.CALLER;

    private final InstantSource clock = InstantSource.system();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private @Nullable BatchProcessor processor;
    private List<BatchItem> items = List.of();

    private BatchProcessor processor(Executor executor) {
        Envelope envelope = new Envelope("", "order_placed", Correlation.NONE, "", new byte[64]);
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofMinutes(5)), Integer.MAX_VALUE,
                new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)), List.of());
        EventRoute route = new EventRoute("notify", EventSource.Kind.STREAM, "orders", "order_placed", bytes -> "order", policy,
                (payload, context) -> {
                });
        EngineSettings settings = new EngineSettings(8, Optional.empty(), Duration.ofMillis(200), Duration.ofMillis(500), false,
                "benchmarks:1");
        return new BatchProcessor(new EventRouter(List.of(route)), settings,
                new BatchProcessor.Ports(bytes -> envelope, parked -> parked.stream().map(each -> SendResult.SENT).toList(),
                        letters -> letters.stream().map(each -> SendResult.SENT).toList(), DispatchListener.NONE),
                new BatchProcessor.Surroundings(clock, Pause.REAL, new SplittableRandom(1), executor));
    }

    @Setup
    public void start() {
        processor = processor(threads == Threads.POOL ? pool : Runnable::run);
    }

    @TearDown
    public void stop() {
        pool.shutdown();
    }

    /** Anew for each iteration, so that no event is ever past its deadline. */
    @Setup(Level.Iteration)
    public void arrive() {
        Instant now = clock.instant();
        items = IntStream.range(0, LARGE).<BatchItem> mapToObj(i -> new BatchItem.Fresh("" + i, new EventRecord(ORDERS,
                "shardId-000000000000", "4968047755703517380538989299400426026546696683550" + i, "key-" + i, now,
                new byte[200])))
                .toList();
    }

    private List<ItemOutcome> process(int events) {
        List<ItemOutcome> outcomes = Objects.requireNonNull(processor).process(items.subList(0, events),
                new Invocation("orders-stream", "request", clock.instant().plusSeconds(60)));
        if (!(outcomes.get(events - 1).outcome() instanceof Outcome.Handled)) {
            throw new IllegalStateException("measured something else: " + outcomes.get(events - 1));
        }
        return outcomes;
    }

    /** A batch of one event: what a batch costs comes on top of what an event costs. */
    @Benchmark
    public List<ItemOutcome> batchOf1() {
        return process(1);
    }

    /** A batch of ten. */
    @Benchmark
    @OperationsPerInvocation(SMALL)
    public List<ItemOutcome> batchOf10() {
        return process(SMALL);
    }

    /** A batch of a hundred. */
    @Benchmark
    @OperationsPerInvocation(MIDDLE)
    public List<ItemOutcome> batchOf100() {
        return process(MIDDLE);
    }

    /** A batch of a thousand. */
    @Benchmark
    @OperationsPerInvocation(LARGE)
    public List<ItemOutcome> batchOf1000() {
        return process(LARGE);
    }
}
