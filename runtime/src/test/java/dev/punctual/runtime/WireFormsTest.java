package dev.punctual.runtime;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.event.Correlation;
import dev.punctual.runtime.codec.StructCodec;
import dev.punctual.wire.cloudevents.EnvelopeFormat;
import dev.punctual.wire.cloudevents.OutgoingEnvelope;
import dev.punctual.wire.coding.ContentCoding;

/** Events in every form through the pipeline: a bad one is one letter, and its batch's others are handled. */
class WireFormsTest {

    private static final byte[] GOOD = utf8("{\"type\":\"placed\",\"n\":1}");

    private final EventPipelineFixture fixture = new EventPipelineFixture();

    private static String batch(byte[]... events) {
        StringBuilder records = new StringBuilder("{\"Records\":[");
        for (int i = 0; i < events.length; i++) {
            records.append(i == 0 ? "" : ",").append("""
                    {"kinesis":{"partitionKey":"k","sequenceNumber":"%s","data":"%s",
                    "approximateArrivalTimestamp":1767268800.0},"eventSource":"aws:kinesis",
                    "eventID":"shardId-0:%s","eventSourceARN":"arn:aws:kinesis:us-east-1:000000000000:stream/orders"}"""
                    .formatted(i, Base64.getEncoder().encodeToString(events[i]), i));
        }
        return records.append("]}").toString();
    }

    private static byte[] cloudEvent(EnvelopeFormat format, String contentType, byte[] data) {
        return format.writer()
                .write(new OutgoingEnvelope("7", "/shop", "placed", "", Instant.EPOCH, Correlation.NONE, "", contentType,
                        data));
    }

    /** Handles a good event, the bad one and another good one. */
    private DeadLetter letterOf(byte[] bad) {
        String answer = fixture.handle(batch(GOOD, bad, GOOD));

        assertThat(answer).as("all are acknowledged").isEqualTo(EventPipelineFixture.failures());
        assertThat(fixture.calls).containsExactly("orders#1:1", "orders#1:1");
        assertThat(fixture.letters).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.UNDECODABLE);
            assertThat(letter.event().data()).as("byte for byte").isEqualTo(bad);
        });
        return fixture.letters.get(0);
    }

    @Test
    void handlesEveryFormInOneBatch() {
        byte[] data = utf8("{\"n\":2}");
        byte[] json = cloudEvent(EnvelopeFormat.CLOUDEVENTS_JSON, "application/json", data);
        byte[] protobuf = cloudEvent(EnvelopeFormat.CLOUDEVENTS_PROTOBUF, "application/json", data);

        fixture.handle(batch(GOOD, json, protobuf, ContentCoding.GZIP.encode(json), ContentCoding.ZSTD.encode(protobuf)));

        assertThat(fixture.calls).containsExactly("orders#1:1", "orders#1:2", "orders#1:2", "orders#1:2", "orders#1:2");
        assertThat(fixture.letters).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ContentCoding.class, names = "NONE", mode = Mode.EXCLUDE)
    void aZipBombIsOneLetter(ContentCoding coding) {
        DeadLetter letter = letterOf(coding.encode(new byte[64 << 20]));

        assertThat(letter.detail())
                .isEqualTo("the event, decompressed, has more than 1048576 bytes (quarkus.punctual.max-event-size)");
    }

    @Test
    void anEventThatWasCutOffIsOneLetter() {
        byte[] gzip = ContentCoding.GZIP.encode(GOOD);

        assertThat(letterOf(Arrays.copyOf(gzip, gzip.length - 9)).detail())
                .startsWith("the event's gzip data cannot be read: it is cut off, at byte ");
    }

    @Test
    void deeplyNestedJsonIsOneLetter() {
        assertThat(letterOf(utf8("{\"type\":\"placed\",\"n\":" + "[".repeat(400_000))).detail())
                .startsWith("the event is not JSON");
    }

    @Test
    void aRecursiveProtobufMessageIsOneLetter() {
        Value value = Value.newBuilder().setBoolValue(true).build();
        for (int i = 0; i < 500; i++) {
            value = Value.newBuilder().setListValue(ListValue.newBuilder().addValues(value)).build();
        }
        byte[] bomb = Struct.newBuilder().putFields("n", value).build().toByteArray();
        fixture.decoder = new StructCodec();

        fixture.handle(batch(protobuf(1), protobuf(bomb), protobuf(3)));

        assertThat(fixture.calls).containsExactly("orders#1:1.0", "orders#1:3.0");
        assertThat(fixture.letters).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.UNDECODABLE);
            assertThat(letter.detail()).contains("too many levels of nesting");
        });
    }

    @Test
    void anUnknownContentTypeIsOneLetter() {
        fixture.decoder = new StructCodec();
        byte[] xml = cloudEvent(EnvelopeFormat.CLOUDEVENTS_JSON, "application/xml", utf8("<n>2</n>"));

        fixture.handle(batch(protobuf(1), xml, protobuf(3)));

        assertThat(fixture.calls).containsExactly("orders#1:1.0", "orders#1:3.0");
        assertThat(fixture.letters).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.UNDECODABLE);
            assertThat(letter.detail()).isEqualTo(
                    "the payload's content type is 'application/xml', and the handler takes application/protobuf");
        });
    }

    @Test
    void aCloudEventInBinaryModeComesFromAQueue() {
        fixture.handle("""
                {"Records":[{"messageId":"m-1","body":"{\\"n\\":5}","attributes":{"SentTimestamp":"1767268800000"},
                "messageAttributes":{"Ce-SpecVersion":{"stringValue":"1.0","dataType":"String"},
                "ce-type":{"stringValue":"placed","stringListValues":[],"binaryListValues":[],"dataType":"String"},
                "raw":{"binaryValue":"AAA=","dataType":"Binary"}},
                "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-1:000000000000:orders"}]}""");

        assertThat(fixture.calls).containsExactly("orders#1:5");
        assertThat(fixture.letters).isEmpty();
    }

    private static byte[] protobuf(int n) {
        return protobuf(Struct.newBuilder().putFields("n", Value.newBuilder().setNumberValue(n).build()).build().toByteArray());
    }

    private static byte[] protobuf(byte[] data) {
        return cloudEvent(EnvelopeFormat.CLOUDEVENTS_PROTOBUF, "application/x-protobuf", data);
    }
}
