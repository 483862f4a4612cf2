package dev.punctual.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import org.openjdk.jmh.infra.Blackhole;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.engine.BatchItem;
import dev.punctual.runtime.event.RecordsReader;
import dev.punctual.runtime.kinesis.KinesisEvents;

/**
 * What it costs to read a batch of Kinesis records from Lambda's bytes, base64 included: ours, ours for JSON that is not laid
 * out as Lambda does, and the serialisation of Lambda's managed runtime. One invocation reads {@value #RECORDS} records, in
 * batches of the size told.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class EventReading {

    private static final int RECORDS = 10_000;

    /** Records in a batch. */
    @Param({ "1", "100", "10000" })
    public int batch;

    private final KinesisEvents kinesis = new KinesisEvents(new RecordsReader(new JsonFactory()));
    private final PojoSerializer<KinesisEvent> managed = LambdaEventSerializers.serializerFor(KinesisEvent.class,
            EventReading.class.getClassLoader());
    private byte[] payload = {};

    /** Makes the batch. */
    @Setup
    public void make() {
        payload = IntStream.range(0, batch).mapToObj(EventReading::record)
                .collect(Collectors.joining(",", "{\"Records\":[", "]}")).getBytes(UTF_8);
    }

    private static String record(int i) {
        String number = "4959033827149025660855969253836157109592157598913" + (1_000_000 + i);
        return "{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"order-" + i % 97 + "\",\"sequenceNumber\":\""
                + number + "\",\"data\":\"" + Base64.getEncoder().encodeToString(Purchase.JSON.getBytes(UTF_8))
                + "\",\"approximateArrivalTimestamp\":" + (1_545_084_650 + i) + "." + (100 + i % 900)
                + "},\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\",\"eventID\":\"shardId-000000000006:" + number
                + "\",\"eventName\":\"aws:kinesis:record\",\"invokeIdentityArn\":\"arn:aws:iam::123456789012:role/lambda-role\","
                + "\"awsRegion\":\"us-east-2\",\"eventSourceARN\":\"arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream\"}";
    }

    /** Ours. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void ours(Blackhole hole) {
        for (int i = 0; i < RECORDS; i += batch) {
            hole.consume(items(KinesisEvents.readAsWrittenByLambda(payload)));
        }
    }

    private List<BatchItem> items(@org.jspecify.annotations.Nullable List<BatchItem> items) {
        if (items == null || items.size() != batch) {
            throw new IllegalStateException("the batch is laid out as Lambda does");
        }
        return items;
    }

    /** Ours, with Jackson's streaming parser. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void oursAnyJson(Blackhole hole) {
        for (int i = 0; i < RECORDS; i += batch) {
            hole.consume(kinesis.readAnyJson(payload, Instant.EPOCH));
        }
    }

    /** What a {@code RequestHandler<KinesisEvent, …>} is given on Lambda's managed runtime. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void managedRuntime(Blackhole hole) {
        for (int i = 0; i < RECORDS; i += batch) {
            hole.consume(managed.fromJson(new ByteArrayInputStream(payload)));
        }
    }
}
