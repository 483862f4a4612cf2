package dev.punctual.aggregation;

/** Writes protobuf's wire format into bytes that are large enough. */
final class WireWriter {

    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int BITS_PER_BYTE = 7;

    private final byte[] data;
    private int at;

    WireWriter(byte[] data, int at) {
        this.data = data;
        this.at = at;
    }

    void number(int tag, int value) {
        varint(tag);
        varint(value);
    }

    void bytes(int tag, byte[] value) {
        number(tag, value.length);
        raw(value, value.length);
    }

    void raw(byte[] value, int length) {
        System.arraycopy(value, 0, data, at, length);
        at += length;
    }

    private void varint(int value) {
        int rest = value;
        while (rest > LOW_BITS) {
            data[at++] = (byte) (rest & LOW_BITS | MORE);
            rest >>>= BITS_PER_BYTE;
        }
        data[at++] = (byte) rest;
    }
}
