package dev.punctual.testkit.stream;

import java.util.Optional;

/**
 * A record to put.
 *
 * @param data the payload; must not be changed afterwards
 * @param partitionKey 1–256 characters
 * @param explicitHashKey a decimal in [0, 2^128 − 1] that takes the place of the partition key's MD5
 */
public record PutEntry(byte[] data, String partitionKey, Optional<String> explicitHashKey) {

    /** A record whose partition key decides on the shard. */
    public static PutEntry of(String partitionKey, byte[] data) {
        return new PutEntry(data, partitionKey, Optional.empty());
    }
}
