package dev.punctual.aggregation;

import java.util.Arrays;

/** The MD5 that stands behind the message of an aggregated record; a checksum, not a signature. */
final class Checksum {

    static final int LENGTH = Md5.LENGTH;

    private Checksum() {
    }

    /** Whether the bytes from {@code end} on are the checksum of those before it. */
    static boolean holds(byte[] data, int start, int end) {
        return Arrays.equals(Md5.of(data, start, end), 0, LENGTH, data, end, end + LENGTH);
    }

    /** Whether that is so for each of two records. */
    static boolean[] hold(byte[] first, byte[] second, int start) {
        int end = first.length - LENGTH;
        int secondEnd = second.length - LENGTH;
        byte[][] digests = Md5Pair.of(new Md5Pair.Range(first, start, end), new Md5Pair.Range(second, start, secondEnd));
        return new boolean[] { Arrays.equals(digests[0], 0, LENGTH, first, end, first.length),
                Arrays.equals(digests[1], 0, LENGTH, second, secondEnd, second.length) };
    }

    /** Puts the checksum of some bytes behind them. */
    static void write(byte[] data, int start, int end) {
        System.arraycopy(Md5.of(data, start, end), 0, data, end, LENGTH);
    }
}
