package dev.punctual.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Parser;

import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.codec.ProtobufCodec;
import dev.punctual.spi.UndecodableException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/** What it costs to read and to write a payload of 274 bytes: with a generated codec, Jackson's databind, and libraries. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PayloadCodecs {

    private final byte[] json = Purchase.JSON.getBytes(UTF_8);
    private final PurchaseCodec generated = new PurchaseCodec();
    private final JacksonCodec databind = new JacksonCodec(
            () -> new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES), Purchase.class);
    private final JsonType<Purchase> avaje = Jsonb.builder().failOnUnknown(false).build().type(Purchase.class);
    private final DslJson<Object> dsl = new DslJson<>(Settings.basicSetup());
    private final JsonWriter dslWriter = dsl.newWriter();
    private final Purchase purchase = (Purchase) decode();

    private final ProtobufCodec<PurchaseMessage> protobuf = new ProtobufCodec<>("PurchaseMessage") {
        @Override
        protected Parser<PurchaseMessage> parser() {
            return PurchaseMessage.parser();
        }
    };
    private final PurchaseMessage message = PurchaseMessage.newBuilder().setOrderId(purchase.orderId())
            .setCustomer(purchase.customer()).setRestaurant(purchase.restaurant()).setDish(purchase.dish())
            .setTotalCents(purchase.totalCents()).setStreet(purchase.street()).setPlacedAt(purchase.placedAt())
            .setExpress(purchase.express()).build();
    private final byte[] wire = message.toByteArray();

    private Object decode() {
        try {
            return generated.decode(json);
        } catch (UndecodableException e) {
            throw new IllegalStateException("the sample is well-formed", e);
        }
    }

    /** Ours. */
    @Benchmark
    public Object readGenerated() throws UndecodableException {
        return generated.decode(json);
    }

    /** Jackson. */
    @Benchmark
    public Object readDatabind() throws UndecodableException {
        return databind.decode(json);
    }

    /** avaje-jsonb. */
    @Benchmark
    public Object readAvaje() {
        return avaje.fromJson(json);
    }

    /** DSL-JSON. */
    @Benchmark
    public Object readDslJson() throws IOException {
        return dsl.deserialize(Purchase.class, json, json.length);
    }

    /** Ours, around protobuf-java, of the same purchase. */
    @Benchmark
    public Object readProtobuf() throws UndecodableException {
        return protobuf.decode(wire);
    }

    /** Likewise. */
    @Benchmark
    public byte[] writeProtobuf() {
        return protobuf.encode(message);
    }

    /** Ours. */
    @Benchmark
    public byte[] writeGenerated() {
        return generated.encode(purchase);
    }

    /** Jackson. */
    @Benchmark
    public byte[] writeDatabind() {
        return databind.encode(purchase);
    }

    /** avaje-jsonb. */
    @Benchmark
    public byte[] writeAvaje() {
        return avaje.toJsonBytes(purchase);
    }

    /** DSL-JSON. */
    @Benchmark
    public byte[] writeDslJson() throws IOException {
        dslWriter.reset();
        dsl.serialize(dslWriter, purchase);
        return dslWriter.toByteArray();
    }
}
