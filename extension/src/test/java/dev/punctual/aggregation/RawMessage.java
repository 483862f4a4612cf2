package dev.punctual.aggregation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message of protobuf's wire format, written field by field, sensible or not. */
final class RawMessage {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RawMessage varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    RawMessage tag(int field, int wireType) {
        return varint((long) field << 3 | wireType);
    }

    RawMessage number(int field, long value) {
        return tag(field, Wire.VARINT).varint(value);
    }

    RawMessage bytes(int field, byte[] value) {
        return tag(field, Wire.BYTES).varint(value.length).raw(value);
    }

    RawMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    RawMessage message(int field, RawMessage value) {
        return bytes(field, value.toBytes());
    }

    RawMessage raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    /** The record around it, its checksum right. */
    byte[] toRecord() {
        byte[] message = toBytes();
        byte[] record = new byte[AggregatedRecord.sizeAround(message.length)];
        System.arraycopy(message, 0, record, AggregatedRecord.messageStart(), message.length);
        return AggregatedRecord.seal(record);
    }

    /** An event of the key with an index. */
    static RawMessage event(long keyIndex, byte[] data) {
        return new RawMessage().number(1, keyIndex).bytes(3, data);
    }
}
