package dev.punctual.aggregation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.punctual.spi.UndecodableException;

/** The keys of events: what Kinesis takes as partition key and explicit hash key. */
final class Keys {

    /** Kinesis takes partition keys of 1 to 256 characters. */
    private static final int LONGEST = 256;

    private static final int MOST_DIGITS = 39;
    private static final BigInteger HASHES = BigInteger.TWO.pow(128);
    private static final char REPLACEMENT = '\uFFFD';

    private Keys() {
    }

    static String readPartitionKey(byte[] data, WireReader wire) throws UndecodableException {
        int start = wire.position();
        String key = read(data, wire);
        if (!isPartitionKey(key)) {
            throw new UndecodableException("an aggregated record's partition key at byte " + start + " has "
                    + key.length() + " characters, and Kinesis takes 1 to " + LONGEST);
        }
        return key;
    }

    static String read(byte[] data, WireReader wire) throws UndecodableException {
        int length = wire.length();
        int start = wire.position();
        wire.advance(length);
        String key = new String(data, start, length, StandardCharsets.UTF_8);
        if (key.indexOf(REPLACEMENT) >= 0) {
            // Bytes that are no text would make different keys the same.
            byte[] again = key.getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(again, 0, again.length, data, start, start + length)) {
                throw new UndecodableException("an aggregated record's key at byte " + start + " is not in UTF-8");
            }
        }
        return key;
    }

    static void requirePartitionKey(String key) {
        if (!isPartitionKey(key)) {
            throw new IllegalArgumentException(
                    "a partition key has " + key.length() + " characters, and Kinesis takes 1 to " + LONGEST);
        }
    }

    /** Requires a decimal number below 2^128, or an empty string. */
    static void requireExplicitHashKey(String key) {
        boolean isNumber = key.length() <= MOST_DIGITS && key.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!isNumber || !key.isEmpty() && new BigInteger(key).compareTo(HASHES) >= 0) {
            throw new IllegalArgumentException("an explicit hash key is a decimal number below 2^128, or left empty");
        }
    }

    private static boolean isPartitionKey(String key) {
        return !key.isEmpty() && (key.length() <= LONGEST || key.codePointCount(0, key.length()) <= LONGEST);
    }
}
