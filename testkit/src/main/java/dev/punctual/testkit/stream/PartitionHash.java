package dev.punctual.testkit.stream;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Maps partition keys to hash keys: the MD5 of the key's UTF-8 bytes, as Kinesis does it. */
public final class PartitionHash {

    private PartitionHash() {
    }

    /** The hash key of a partition key, in [0, 2^128 − 1]. */
    public static BigInteger of(String partitionKey) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            return new BigInteger(1, md5.digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no MD5, which Kinesis hashes partition keys with", e);
        }
    }

    static BigInteger of(PutEntry entry) {
        return entry.explicitHashKey().map(PartitionHash::explicit).orElseGet(() -> of(entry.partitionKey()));
    }

    static BigInteger explicit(String hashKey) {
        if (!hashKey.matches("0|[1-9]\\d{0,38}") || new BigInteger(hashKey).compareTo(HashKeyRange.MAX) > 0) {
            throw new KinesisException.InvalidArgument(
                    "Hash key '" + hashKey + "' is not valid; it must be a decimal from 0 to 2^128 - 1.");
        }
        return new BigInteger(hashKey);
    }
}
