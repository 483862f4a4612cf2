package dev.punctual.benchmarks;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.punctual.aggregation.AggregateWriter;
import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.spi.UndecodableException;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * What it costs to take records of many events apart, each of 274 bytes and with a key of its own: here, in the Kinesis
 * Client Library, and, as the floor beneath one record, its MD5 alone. For a whole record, not for an event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class Deaggregation {

    private static final int EVENT_SIZE = 274;
    private static final int RECORDS = 10;
    private static final String NUMBER = "49680477557035173805389892994004260265466966835500000001";

    @Param({ "10", "100" })
    public int events = 10;

    private final AggregatorUtil theirs = new AggregatorUtil();
    private final Instant arrival = Instant.EPOCH;
    private byte[] data = {};

    @Setup
    public void aggregate() {
        AggregateWriter writer = new AggregateWriter();
        Random random = new Random(1);
        for (int i = 0; i < events; i++) {
            byte[] event = new byte[EVENT_SIZE];
            random.nextBytes(event);
            writer.add("customer-" + i, "", event);
        }
        data = writer.toBytes();
    }

    /** The events with their places in the record. */
    @Benchmark
    public List<EventRecord> punctual() throws UndecodableException {
        return AggregatedRecord.events(new EventRecord(EVENTS, "shardId-000000000000", NUMBER, "customer-0", arrival, data));
    }

    private static final EventSource EVENTS = new EventSource(EventSource.Kind.STREAM, "orders",
            "arn:aws:kinesis:us-east-1:000000000000:stream/orders");

    /** Of ten records of a batch, for each. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public List<AggregatedRecord.Contents> punctualBatch() {
        return AggregatedRecord.contents(Collections.nCopies(RECORDS,
                new EventRecord(EVENTS, "shardId-000000000000", NUMBER, "customer-0", arrival, data)));
    }

    /** The same, by the Kinesis Client Library. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public List<KinesisClientRecord> kinesisClientLibraryBatch() {
        List<KinesisClientRecord> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(KinesisClientRecord.builder().sequenceNumber(NUMBER).partitionKey("customer-0")
                    .approximateArrivalTimestamp(arrival).data(ByteBuffer.wrap(data)).build());
        }
        return theirs.deaggregate(records);
    }

    /** One record, by the Kinesis Client Library. */
    @Benchmark
    public List<KinesisClientRecord> kinesisClientLibrary() {
        return theirs.deaggregate(List.of(KinesisClientRecord.builder().sequenceNumber(NUMBER).partitionKey("customer-0")
                .approximateArrivalTimestamp(arrival).data(ByteBuffer.wrap(data)).build()));
    }

    /** Nothing but the checksum. */
    @Benchmark
    public byte[] md5Alone() throws NoSuchAlgorithmException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(data, 4, data.length - 20);
        return md5.digest();
    }
}
