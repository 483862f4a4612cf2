package dev.punctual.wire.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Writes Protobuf's wire format; for one thread. */
final class WireWriter {

    private byte[] buffer;
    private int size;

    WireWriter(int expected) {
        this.buffer = new byte[Math.max(expected, 16)];
    }

    void varint(int field, long value) {
        tag(field, WireReader.VARINT);
        varint(value);
    }

    void text(int field, String text) {
        bytes(field, text.getBytes(UTF_8));
    }

    void bytes(int field, byte[] value) {
        tag(field, WireReader.BYTES);
        varint(value.length);
        room(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    void message(int field, WireWriter message) {
        bytes(field, message.toByteArray());
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    private void tag(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    private void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    private void room(int count) {
        if (buffer.length - size < count) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + count));
        }
    }
}
