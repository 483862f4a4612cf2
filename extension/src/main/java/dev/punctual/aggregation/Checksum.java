package dev.punctual.aggregation;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The MD5 that stands behind the message of an aggregated record; a checksum, not a signature. */
final class Checksum {

    static final int LENGTH = 16;

    // Never fed, only cloned: looking an algorithm up costs as much as digesting a small record.
    private static final MessageDigest MD5 = md5();

    private Checksum() {
    }

    /** Whether the bytes from {@code end} on are the checksum of those before it. */
    static boolean holds(byte[] data, int start, int end) {
        MessageDigest digest = fresh();
        digest.update(data, start, end - start);
        return Arrays.equals(digest.digest(), 0, LENGTH, data, end, end + LENGTH);
    }

    /** Puts the checksum of some bytes behind them. */
    static void write(byte[] data, int start, int end) {
        MessageDigest digest = fresh();
        digest.update(data, start, end - start);
        try {
            digest.digest(data, end, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("an MD5 has " + LENGTH + " bytes", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return (MessageDigest) MD5.clone();
        } catch (CloneNotSupportedException e) {
            return md5();
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
