package dev.punctual.wire.cloudevents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.punctual.event.CorrelationAttributes;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;

/**
 * Reads CloudEvents in Protobuf's format. They begin with no mark of their own, so nothing is taken for one but a message
 * that has all it must have, {@code spec_version} 1.0 too, and no byte beside what the format defines.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/protobuf-format.md">CloudEvents
 *      Protobuf</a>
 */
final class ProtobufEnvelopeReader {

    static final byte[] VERSION = "1.0".getBytes(ISO_8859_1);

    private static final byte[] NONE = new byte[0];

    private String id = "";
    private String type = "";
    private boolean source;
    private boolean version;
    private final CorrelationAttributes correlation = new CorrelationAttributes();
    private String contentType = "";
    private byte[] payload = NONE;

    private ProtobufEnvelopeReader() {
    }

    /** Whether the first byte is a tag of the format's: such a message may be JSON none the less, after white space. */
    static boolean mayBe(byte[] data) {
        return data.length > 0 && (data[0] & 7) == WireReader.BYTES && data[0] >> 3 > 0 && data[0] >> 3 <= 8;
    }

    static Envelope read(byte[] data) throws UndecodableException {
        WireReader wire = new WireReader(data, 0, data.length);
        ProtobufEnvelopeReader event = new ProtobufEnvelopeReader();
        while (!wire.atEnd()) {
            event.field(wire);
        }
        if (event.id.isEmpty() || event.type.isEmpty() || !event.source || !event.version) {
            throw new UndecodableException("it lacks id, source, type or the spec_version 1.0");
        }
        return new Envelope(event.id, event.type, event.correlation.correlation(), event.contentType, event.payload);
    }

    private void field(WireReader wire) throws UndecodableException {
        int tag = wire.tag();
        if ((tag & 7) != WireReader.BYTES) {
            throw wire.fault("a field has another wire type");
        }
        switch (tag >> 3) {
            case 1 -> id = wire.text();
            case 2 -> source = wire.hasText();
            case 3 -> version = wire.isText(VERSION);
            case 4 -> type = wire.text();
            case 5 -> attribute(wire.part());
            case 6 -> payload = wire.bytes();
            case 7 -> payload = wire.textBytes();
            case 8 -> payload = any(wire.part());
            default -> throw wire.fault("a field is unknown");
        }
    }

    private void attribute(WireReader entry) throws UndecodableException {
        String name = "";
        WireReader value = new WireReader(NONE, 0, 0);
        while (!entry.atEnd()) {
            switch (entry.tag()) {
                case 1 << 3 | WireReader.BYTES -> name = entry.text();
                case 2 << 3 | WireReader.BYTES -> {
                    // Of two the last one counts, and both are read.
                    check(value);
                    value = entry.part();
                }
                default -> throw entry.fault("a field of an attribute is unknown");
            }
        }
        switch (name) {
            case "datacontenttype" -> contentType = value(value);
            default -> {
                if (CorrelationAttributes.isOne(name)) {
                    correlation.put(name, value(value));
                } else {
                    check(value);
                }
            }
        }
    }

    /** A text; empty for an attribute of another type. */
    private static String value(WireReader value) throws UndecodableException {
        String text = "";
        while (!value.atEnd()) {
            int tag = value.tag();
            if (isText(tag)) {
                text = value.text();
            } else {
                pass(value, tag);
            }
        }
        return text;
    }

    private static void check(WireReader value) throws UndecodableException {
        while (!value.atEnd()) {
            pass(value, value.tag());
        }
    }

    private static void pass(WireReader value, int tag) throws UndecodableException {
        switch (tag) {
            case 1 << 3 | WireReader.VARINT, 2 << 3 | WireReader.VARINT -> value.varint();
            case 4 << 3 | WireReader.BYTES -> value.pass();
            case 7 << 3 | WireReader.BYTES -> timestamp(value.part());
            default -> {
                if (!isText(tag)) {
                    throw value.fault("an attribute's type is unknown");
                }
                value.passText();
            }
        }
    }

    private static void timestamp(WireReader value) throws UndecodableException {
        while (!value.atEnd()) {
            int tag = value.tag();
            if (tag != (1 << 3 | WireReader.VARINT) && tag != (2 << 3 | WireReader.VARINT)) {
                throw value.fault("a field of a timestamp is unknown");
            }
            value.varint();
        }
    }

    private static boolean isText(int tag) {
        return tag == (3 << 3 | WireReader.BYTES) || tag == (5 << 3 | WireReader.BYTES) || tag == (6 << 3 | WireReader.BYTES);
    }

    private byte[] any(WireReader any) throws UndecodableException {
        byte[] value = NONE;
        while (!any.atEnd()) {
            switch (any.tag()) {
                case 1 << 3 | WireReader.BYTES -> any.passText();
                case 2 << 3 | WireReader.BYTES -> value = any.bytes();
                default -> throw any.fault("a field of proto_data is unknown");
            }
        }
        if (contentType.isEmpty()) {
            contentType = "application/protobuf";
        }
        return value;
    }
}
