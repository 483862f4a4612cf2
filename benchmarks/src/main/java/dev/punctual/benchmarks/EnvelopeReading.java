package dev.punctual.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.cloudevents.EnvelopeFormat;
import dev.punctual.wire.cloudevents.EnvelopeWriter;
import dev.punctual.wire.cloudevents.EventForms;
import dev.punctual.wire.cloudevents.OutgoingEnvelope;
import dev.punctual.wire.coding.ContentCoding;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.protobuf.ProtobufFormat;

/**
 * Reads and writes CloudEvents around a JSON payload of 274 bytes, beside CloudEvents' own libraries: some 530 bytes in
 * JSON, 480 in Protobuf's format.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class EnvelopeReading {

    private static final String PAYLOAD = "{\"orderId\":\"5f0c2a3e-9d1b-4c7a-8e6f-1a2b3c4d5e6f\","
            + "\"customer\":\"Zoe Miller, 12 High Street\",\"restaurant\":\"r-1042\",\"amount\":2350,\"currency\":\"EUR\","
            + "\"items\":[{\"dish\":\"margherita\",\"count\":2},{\"dish\":\"tiramisu\",\"count\":1},"
            + "{\"dish\":\"espresso\",\"count\":2}],\"note\":\"ring twice\",\"at\":\"x\"}";

    private final OutgoingEnvelope outgoing = new OutgoingEnvelope("5f0c2a3e-9d1b-4c7a-8e6f-1a2b3c4d5e6f", "/shop/orders",
            "order_placed", "", Instant.parse("2026-01-01T00:00:00.5Z"), Correlation.of("checkout-5f0c2a3e-9d1b"),
            "r-1042", "application/json", PAYLOAD.getBytes(UTF_8));
    private final EnvelopeWriter jsonWriter = EnvelopeFormat.CLOUDEVENTS_JSON.writer();
    private final EnvelopeWriter protobufWriter = EnvelopeFormat.CLOUDEVENTS_PROTOBUF.writer();
    private final byte[] json = jsonWriter.write(outgoing);
    private final byte[] protobuf = protobufWriter.write(outgoing);
    private final EventRecord jsonRecord = record(json);
    private final EventRecord protobufRecord = record(protobuf);
    private final EventRecord gzipRecord = record(ContentCoding.GZIP.encode(json));
    private final EventRecord zstdRecord = record(ContentCoding.ZSTD.encode(json));
    private final EventForms forms = new EventForms(new JsonFactory(), "type", 10 << 20);
    private final JsonFormat jsonFormat = new JsonFormat();
    private final ProtobufFormat protobufFormat = new ProtobufFormat();

    private static EventRecord record(byte[] data) {
        return new EventRecord(EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders"), "shardId-0", "1",
                "key", Instant.EPOCH, data);
    }

    @Benchmark
    public Envelope readJson() throws UndecodableException {
        return forms.read(jsonRecord);
    }

    @Benchmark
    public CloudEvent readJsonByCloudEventsLibrary() {
        return jsonFormat.deserialize(json);
    }

    @Benchmark
    public Envelope readProtobuf() throws UndecodableException {
        return forms.read(protobufRecord);
    }

    @Benchmark
    public CloudEvent readProtobufByCloudEventsLibrary() {
        return protobufFormat.deserialize(protobuf);
    }

    @Benchmark
    public Envelope readGzippedJson() throws UndecodableException {
        return forms.read(gzipRecord);
    }

    @Benchmark
    public Envelope readJsonInZstd() throws UndecodableException {
        return forms.read(zstdRecord);
    }

    @Benchmark
    public byte[] writeJson() {
        return jsonWriter.write(outgoing);
    }

    @Benchmark
    public byte[] writeProtobuf() {
        return protobufWriter.write(outgoing);
    }
}
