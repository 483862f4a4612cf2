package dev.punctual.wire.cloudevents;

import static dev.punctual.wire.testing.Samples.FLOW;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.StringValue;
import com.google.protobuf.Timestamp;

import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;
import io.cloudevents.protobuf.ProtobufFormat;
import io.cloudevents.v1.proto.CloudEvent;
import io.cloudevents.v1.proto.CloudEvent.CloudEventAttributeValue;

/** Our reader against CloudEvents' own classes; see {@link EnvelopeWriterTest} for the writer. */
class ProtobufEnvelopeTest {

    private static CloudEvent.Builder event() {
        return CloudEvent.newBuilder().setId("ä-7").setSource("/shop").setSpecVersion("1.0").setType("placed");
    }

    private static CloudEventAttributeValue text(String text) {
        return CloudEventAttributeValue.newBuilder().setCeString(text).build();
    }

    private static CloudEvent full() {
        return event().putAttributes("datacontenttype", text("text/xml")).putAttributes("correlationid", text("flow-1"))
                .putAttributes("n", CloudEventAttributeValue.newBuilder().setCeInteger(-5).build())
                .putAttributes("b", CloudEventAttributeValue.newBuilder().setCeBoolean(true).build())
                .putAttributes("raw", CloudEventAttributeValue.newBuilder().setCeBytes(ByteString.copyFromUtf8("x")).build())
                .putAttributes("u", CloudEventAttributeValue.newBuilder().setCeUri("http://a").build())
                .putAttributes("r", CloudEventAttributeValue.newBuilder().setCeUriRef("/a").build())
                .putAttributes("time",
                        CloudEventAttributeValue.newBuilder().setCeTimestamp(Timestamp.newBuilder().setSeconds(5)).build())
                .setTextData("<ä/>").build();
    }

    private static Envelope read(CloudEvent event) throws UndecodableException {
        return ProtobufEnvelopeReader.read(event.toByteArray());
    }

    @Test
    void readsWhatOthersWrote() throws UndecodableException {
        assertThat(read(full())).usingRecursiveComparison()
                .isEqualTo(new Envelope("ä-7", "placed", Correlation.of("flow-1"), "text/xml", utf8("<ä/>")));
        assertThat(read(event().build()).payload()).isEmpty();
        assertThat(read(event().setBinaryData(ByteString.copyFrom(new byte[] { 0, -1 })).build()).payload())
                .containsExactly(0, 255);
    }

    @Test
    void readsAMessageWithinTheEvent() throws UndecodableException {
        Envelope envelope = read(event().setProtoData(Any.pack(StringValue.of("hi"))).build());

        assertThat(envelope.payload()).isEqualTo(StringValue.of("hi").toByteArray());
        assertThat(envelope.contentType()).isEqualTo("application/protobuf");
    }

    @Test
    void readsFieldsInAnyOrder() throws UndecodableException {
        WireWriter out = new WireWriter(16);
        out.text(7, "data");
        out.text(4, "placed");
        out.text(3, "1.0");
        out.text(2, "/shop");
        out.text(1, "7");

        assertThat(ProtobufEnvelopeReader.mayBe(out.toByteArray())).isTrue();
        assertThat(ProtobufEnvelopeReader.read(out.toByteArray()).payload()).isEqualTo(utf8("data"));
    }

    @Test
    void takesNothingForACloudEventThatLacksWhatItMustHave() {
        for (CloudEvent less : new CloudEvent[] { event().clearId().build(), event().clearSource().build(),
                event().clearType().build(), event().clearSpecVersion().build(), event().setSpecVersion("0.3").build() }) {
            assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> read(less))
                    .withMessage("it lacks id, source, type or the spec_version 1.0");
        }
    }

    @Test
    void takesNoFieldThatTheFormatDoesNotDefine() {
        WireWriter out = new WireWriter(16);
        out.text(9, "later");
        byte[] more = EnvelopeWriterTest.join(event().build().toByteArray(), out.toByteArray());

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> ProtobufEnvelopeReader.read(more))
                .withMessageStartingWith("a field is unknown, at byte ");
    }

    @Test
    void refusesTextThatIsNotUtf8AndTakesTheReplacementCharacterItself() throws UndecodableException {
        WireWriter out = new WireWriter(16);
        out.bytes(1, new byte[] { (byte) 0xc3 });

        assertThat(read(event().setId("\uFFFD").build()).id()).isEqualTo("\uFFFD");
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> ProtobufEnvelopeReader.read(out.toByteArray()))
                .withMessageStartingWith("a text is not in UTF-8");
    }

    @Test
    void readsNoCutEventButWhereNothingButOptionalFieldsAreMissing() {
        byte[] event = event().setTextData("data").build().toByteArray();
        int without = event().build().toByteArray().length;
        for (int length = 0; length < event.length; length++) {
            byte[] cut = Arrays.copyOf(event, length);
            if (length != without) {
                assertThatExceptionOfType(UndecodableException.class).as("cut to %s bytes", length)
                        .isThrownBy(() -> ProtobufEnvelopeReader.read(cut));
            }
        }
    }

    @Test
    void takesNoDamagedEventThatCloudEventsOwnClassesRefuse() throws Exception {
        Random random = new Random(11);
        byte[] event = full().toByteArray();
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = event.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Envelope envelope;
            try {
                envelope = ProtobufEnvelopeReader.read(bytes);
            } catch (UndecodableException e) {
                continue;
            }
            taken++;
            CloudEvent theirs = CloudEvent.parseFrom(bytes);
            assertThat(envelope.id()).isEqualTo(theirs.getId());
            assertThat(envelope.type()).isEqualTo(theirs.getType());
        }
        assertThat(taken).isGreaterThan(5_000);
    }

    @Test
    void isReadByCloudEventsOwnFormat() {
        byte[] ours = EnvelopeFormat.CLOUDEVENTS_PROTOBUF.writer().write(new OutgoingEnvelope("7", "/shop", "placed", "cart",
                Instant.parse("2026-01-01T12:00:00.5Z"), FLOW, "k", "text/plain", utf8("hi ä")));

        io.cloudevents.CloudEvent theirs = new ProtobufFormat().deserialize(ours);

        assertThat(theirs.getId()).isEqualTo("7");
        assertThat(theirs.getSource()).hasToString("/shop");
        assertThat(theirs.getType()).isEqualTo("placed");
        assertThat(theirs.getSubject()).isEqualTo("cart");
        assertThat(theirs.getTime()).isEqualTo("2026-01-01T12:00:00.5Z");
        assertThat(theirs.getDataContentType()).isEqualTo("text/plain");
        assertThat(theirs.getExtension("correlationid")).isEqualTo("flow-1");
        assertThat(theirs.getExtension("partitionkey")).isEqualTo("k");
        assertThat(theirs.getExtension("traceparent")).isEqualTo(FLOW.trace().traceparent());
        assertThat(theirs.getData().toBytes()).isEqualTo(utf8("hi ä"));
    }
}
