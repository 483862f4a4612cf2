package dev.punctual.testkit.stream;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of hash keys, both ends included, within [0, 2^128 − 1].
 *
 * @param start lowest hash key
 * @param end highest hash key, not below {@code start}
 */
public record HashKeyRange(BigInteger start, BigInteger end) {

    /** The highest hash key, 2^128 − 1. */
    public static final BigInteger MAX = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

    public HashKeyRange {
        if (start.signum() < 0 || start.compareTo(end) > 0 || end.compareTo(MAX) > 0) {
            throw new IllegalArgumentException(
                    "HashKeyRange: 0 <= start <= end < 2^128 must hold, was " + start + " to " + end);
        }
    }

    /** Splits all hash keys into this many ranges of equal size, but for rounding. */
    static List<HashKeyRange> uniform(int count) {
        var ranges = new ArrayList<HashKeyRange>(count);
        var size = BigInteger.TWO.pow(128);
        for (long i = 0; i < count; i++) {
            var start = size.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(count));
            var next = size.multiply(BigInteger.valueOf(i + 1)).divide(BigInteger.valueOf(count));
            ranges.add(new HashKeyRange(start, next.subtract(BigInteger.ONE)));
        }
        return List.copyOf(ranges);
    }

    /** Whether a hash key lies within. */
    public boolean contains(BigInteger hashKey) {
        return start.compareTo(hashKey) <= 0 && hashKey.compareTo(end) <= 0;
    }

    boolean isFollowedBy(HashKeyRange other) {
        return end.add(BigInteger.ONE).equals(other.start);
    }
}
