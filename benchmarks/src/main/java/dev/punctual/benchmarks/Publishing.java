package dev.punctual.benchmarks;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import dev.punctual.publish.OutboundEvent;
import dev.punctual.publish.StreamSettings;
import dev.punctual.publish.StreamSettings.Aggregation;
import dev.punctual.publish.StreamTransport;
import dev.punctual.publish.Waiting;
import dev.punctual.spi.PublishListener;
import dev.punctual.spi.ShardRange;
import dev.punctual.spi.StreamEntry;
import dev.punctual.spi.StreamWriter;
import dev.punctual.spi.WriteResult;

/**
 * Events a second from the publisher's door to an endpoint that accepts instantly: buffering, order per key, packing and
 * answers, with back-pressure, in a heap of 64 MiB. What an event takes to be written is measured elsewhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx64m")
public class Publishing {

    private static final int EVENTS = 20_000;
    private static final int KEYS = 1_000;
    private static final int SHARDS = 4;

    @Param({ "NONE", "BY_KEY", "BY_SHARD" })
    private Aggregation aggregation = Aggregation.NONE;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] data = new byte[450];
    private final String[] keys = new String[KEYS];
    private StreamTransport transport = transport();

    @Setup
    public void open() {
        for (int i = 0; i < KEYS; i++) {
            keys[i] = "order-" + i;
        }
        transport = transport();
    }

    private StreamTransport transport() {
        return new StreamTransport(stream -> StreamSettings.DEFAULT.with(aggregation), new Loopback(),
                PublishListener.NONE, new StreamTransport.Surroundings(InstantSource.system(),
                        () -> ThreadLocalRandom.current().nextLong(), threads, Waiting.REAL));
    }

    @TearDown
    public void close() {
        threads.shutdownNow();
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public boolean events() {
        for (int i = 0; i < EVENTS; i++) {
            transport.send("orders", new OutboundEvent("e", keys[i % KEYS], data), Instant.MAX);
        }
        return transport.await(transport.underWay(), StreamSettings.DEFAULT.timeout());
    }

    /** Accepts everything. */
    private static final class Loopback implements StreamWriter {

        private final WriteResult accepted = new WriteResult.Accepted("");

        @Override
        public List<WriteResult> write(String stream, List<StreamEntry> entries) {
            return Collections.nCopies(entries.size(), accepted);
        }

        @Override
        public List<ShardRange> shards(String stream) {
            BigInteger width = BigInteger.ONE.shiftLeft(128).divide(BigInteger.valueOf(SHARDS));
            return List.of(new ShardRange("0", BigInteger.ZERO), new ShardRange("1", width),
                    new ShardRange("2", width.multiply(BigInteger.TWO)),
                    new ShardRange("3", width.multiply(BigInteger.valueOf(3))));
        }
    }
}
