package dev.punctual.wire.coding;

import java.util.Arrays;

import dev.punctual.spi.UndecodableException;

/** What comes out of a decompressor, up to a cap; for one thread. */
final class CappedBytes {

    private static final int LEAST = 256;

    private final int cap;
    private byte[] buffer;
    private int size;

    /**
     * @param expected a guess
     * @param cap the most bytes
     */
    CappedBytes(int expected, int cap) {
        this.cap = cap;
        this.buffer = new byte[Math.min(Math.max(expected, LEAST), cap)];
    }

    static UndecodableException tooLarge(int cap) {
        return new UndecodableException("the event, decompressed, has more than " + cap
                + " bytes (quarkus.punctual.max-event-size)");
    }

    byte[] buffer() {
        return buffer;
    }

    int size() {
        return size;
    }

    int room() {
        return buffer.length - size;
    }

    /** Leaves room for at least one more byte; one beyond the cap tells that it was passed. */
    void ensureRoom() throws UndecodableException {
        if (size > cap) {
            throw tooLarge(cap);
        }
        if (room() == 0) {
            buffer = Arrays.copyOf(buffer, size == cap ? cap + 1 : (int) Math.min(2L * size + LEAST, cap));
        }
    }

    void added(int count) throws UndecodableException {
        size += count;
        if (size > cap) {
            throw tooLarge(cap);
        }
    }

    byte[] toByteArray() {
        return size == buffer.length ? buffer : Arrays.copyOf(buffer, size);
    }
}
