package dev.punctual.wire.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;

import dev.punctual.event.ContentTypes;
import dev.punctual.event.CorrelationAttributes;

/**
 * CloudEvents in Protobuf's format: text and JSON as {@code text_data}, everything else, Protobuf messages too, as
 * {@code binary_data}. A message as {@code proto_data} would have to name its type a second time.
 */
final class ProtobufEnvelopeWriter implements EnvelopeWriter {

    private static final int ATTRIBUTES = 256;

    @Override
    public byte[] write(OutgoingEnvelope event) {
        WireWriter out = new WireWriter(ATTRIBUTES + event.data().length);
        out.text(1, event.id());
        out.text(2, event.source());
        out.bytes(3, ProtobufEnvelopeReader.VERSION);
        out.text(4, event.type());
        time(event.time(), out);
        attribute("subject", event.subject(), out);
        attribute("partitionkey", event.partitionKey(), out);
        CorrelationAttributes.of(event.correlation()).forEach((name, value) -> attribute(name, value, out));
        if (event.data().length > 0) {
            attribute("datacontenttype", event.contentType(), out);
            out.bytes(isText(event) ? 7 : 6, event.data());
        }
        return out.toByteArray();
    }

    private static void attribute(String name, String value, WireWriter out) {
        if (!value.isEmpty()) {
            WireWriter text = new WireWriter(value.length() + 8);
            text.text(3, value);
            entry(name, text, out);
        }
    }

    private static void time(Instant time, WireWriter out) {
        WireWriter timestamp = new WireWriter(16);
        timestamp.varint(1, time.getEpochSecond());
        if (time.getNano() != 0) {
            timestamp.varint(2, time.getNano());
        }
        WireWriter value = new WireWriter(24);
        value.message(7, timestamp);
        entry("time", value, out);
    }

    private static void entry(String name, WireWriter value, WireWriter out) {
        WireWriter entry = new WireWriter(64);
        entry.text(1, name);
        entry.message(2, value);
        out.message(5, entry);
    }

    private static boolean isText(OutgoingEnvelope event) {
        if (!ContentTypes.isJson(event.contentType()) && !ContentTypes.isText(event.contentType())) {
            return false;
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(event.data()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
