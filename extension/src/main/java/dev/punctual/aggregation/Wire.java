package dev.punctual.aggregation;

/** What is fixed of protobuf's wire format, and of the messages {@code AggregatedRecord} and {@code Record} in it. */
final class Wire {

    static final int VARINT = 0;
    static final int FIXED_64 = 1;
    static final int BYTES = 2;
    static final int FIXED_32 = 5;

    // A field's tag is its number, shifted by 3, and its wire type.
    static final int PARTITION_KEYS = 1 << 3 | BYTES;
    static final int EXPLICIT_HASH_KEYS = 2 << 3 | BYTES;
    static final int RECORDS = 3 << 3 | BYTES;

    static final int PARTITION_KEY_INDEX = 1 << 3 | VARINT;
    static final int EXPLICIT_HASH_KEY_INDEX = 2 << 3 | VARINT;
    static final int DATA = 3 << 3 | BYTES;

    private static final int BITS_OF_INT = 32;
    private static final int BITS_PER_BYTE = 7;

    private Wire() {
    }

    /** How many bytes a number takes that is not negative. */
    static int sizeOf(int number) {
        return (BITS_OF_INT - Integer.numberOfLeadingZeros(number | 1) + BITS_PER_BYTE - 1) / BITS_PER_BYTE;
    }

    /** How many bytes a field takes that has a tag of one byte and so many bytes of content. */
    static int sizeOfField(int length) {
        return 1 + sizeOf(length) + length;
    }
}
