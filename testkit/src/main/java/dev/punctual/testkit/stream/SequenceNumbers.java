package dev.punctual.testkit.stream;

import java.math.BigInteger;
import java.time.Instant;

/**
 * Makes the sequence numbers of one shard: 56 digits, strictly increasing, and above those of the shard's parents.
 *
 * <p>
 * Most significant first: a version, the second the shard was made, the index in the shard, the second of arrival, the
 * shard's number, a version. Consumers must not read anything but the order from them, as with AWS.
 */
final class SequenceNumbers {

    private final long epoch;
    private final int shardNumber;
    private long next;

    private SequenceNumbers(long epoch, int shardNumber) {
        this.epoch = epoch;
        this.shardNumber = shardNumber;
    }

    static SequenceNumbers of(Instant created, int shardNumber) {
        return new SequenceNumbers(created.getEpochSecond(), shardNumber);
    }

    /** Numbers above all that these parents have given and will give. */
    static SequenceNumbers after(Instant created, int shardNumber, SequenceNumbers parent, SequenceNumbers other) {
        var epoch = Math.max(created.getEpochSecond(), Math.max(parent.epoch, other.epoch) + 1);
        return new SequenceNumbers(epoch, shardNumber);
    }

    String next(Instant now) {
        var hex = String.format("2%09x0%016x00%09x%08x2", epoch, next++, now.getEpochSecond(), shardNumber);
        return new BigInteger(hex, 16).toString();
    }

    static BigInteger parse(String sequenceNumber) {
        if (sequenceNumber.isEmpty() || sequenceNumber.length() > 128
                || !sequenceNumber.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new KinesisException.InvalidArgument(
                    "SequenceNumber '" + sequenceNumber + "' is invalid; use one that the service returned.");
        }
        return new BigInteger(sequenceNumber);
    }
}
