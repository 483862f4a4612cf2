package dev.punctual.aggregation;

import dev.punctual.spi.UndecodableException;

/** Reads protobuf's wire format in place, never beyond its end. */
final class WireReader {

    private static final int LONGEST_VARINT = 10;
    private static final int WIRE_TYPE = 7;
    private static final int BITS_PER_BYTE = 7;
    private static final int FIXED_64_LENGTH = 8;
    private static final int FIXED_32_LENGTH = 4;

    private final byte[] data;
    private int at;
    private int end;

    WireReader(byte[] data, int start, int end) {
        this.data = data;
        this.at = start;
        this.end = end;
    }

    /** Goes on with another part of the same bytes. */
    void moveTo(int start, int newEnd) {
        at = start;
        end = newEnd;
    }

    boolean hasMore() {
        return at < end;
    }

    int position() {
        return at;
    }

    /** Reads a field's number and wire type. */
    int tag() throws UndecodableException {
        int start = at;
        long tag = varint();
        if (tag >>> 3 == 0 || tag >>> 3 > 0x1FFF_FFFF) {
            throw new UndecodableException("an aggregated record's field at byte " + start + " has no valid number");
        }
        return (int) tag;
    }

    /** Reads an unsigned number of up to 64 bits. */
    long varint() throws UndecodableException {
        if (at < end && data[at] >= 0) {
            return data[at++];
        }
        return longVarint();
    }

    private long longVarint() throws UndecodableException {
        int start = at;
        long number = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (at >= end) {
                throw new UndecodableException("an aggregated record's number at byte " + start + " is cut off");
            }
            byte next = data[at++];
            number |= (long) (next & 0x7F) << BITS_PER_BYTE * i;
            if (next >= 0) {
                return number;
            }
        }
        throw new UndecodableException("an aggregated record's number at byte " + start + " is too long");
    }

    /** Reads how many bytes follow; they are there. */
    int length() throws UndecodableException {
        int start = at;
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new UndecodableException("an aggregated record's field at byte " + start + " says that it has "
                    + Long.toUnsignedString(length) + " bytes, and " + (end - at) + " are left");
        }
        return (int) length;
    }

    /** Passes over bytes that {@link #length} found. */
    void advance(int length) {
        at += length;
    }

    /** Passes over a field that is not known. */
    void skip(int tag) throws UndecodableException {
        switch (tag & WIRE_TYPE) {
            case Wire.VARINT -> varint();
            case Wire.FIXED_64 -> fixed(FIXED_64_LENGTH);
            case Wire.BYTES -> advance(length());
            case Wire.FIXED_32 -> fixed(FIXED_32_LENGTH);
            default -> throw new UndecodableException("an aggregated record's field before byte " + at
                    + " is of wire type " + (tag & WIRE_TYPE) + ", which is not in use");
        }
    }

    private void fixed(int length) throws UndecodableException {
        if (length > end - at) {
            throw new UndecodableException("an aggregated record's field at byte " + at + " is cut off");
        }
        at += length;
    }
}
