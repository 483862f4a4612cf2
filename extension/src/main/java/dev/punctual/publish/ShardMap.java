package dev.punctual.publish;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;

import dev.punctual.spi.ShardRange;

/** Which shard takes a partition key: that whose range holds the MD5 of its UTF-8. Immutable. */
final class ShardMap {

    private final List<ShardRange> ranges;

    ShardMap(List<ShardRange> ranges) {
        this.ranges = ranges.stream().sorted(Comparator.comparing(ShardRange::start)).toList();
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The shard's id, or an empty string where it is not known. */
    String shardOf(String partitionKey) {
        return ranges.isEmpty() ? "" : shardOf(hash(partitionKey));
    }

    private String shardOf(BigInteger hash) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ranges.get(middle).start().compareTo(hash) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return ranges.get(low).shardId();
    }

    private static BigInteger hash(String partitionKey) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return new BigInteger(1, md5.digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
