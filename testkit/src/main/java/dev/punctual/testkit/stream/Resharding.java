package dev.punctual.testkit.stream;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Splits, merges and uniform scaling of a stream. */
final class Resharding {

    private static final int MAXIMUM_RESCALINGS = 10;
    private static final Duration RESCALING_PERIOD = Duration.ofHours(24);

    private Resharding() {
    }

    static void split(Stream stream, Shard shard, BigInteger newStart, Instant now) {
        checkOpen(shard);
        var keys = shard.hashKeys();
        if (newStart.compareTo(keys.start()) <= 0 || newStart.compareTo(keys.end()) > 0) {
            throw new KinesisException.InvalidArgument("NewStartingHashKey " + newStart + " cannot split shard " + shard.id()
                    + "; it must be above " + keys.start() + " and at most " + keys.end() + ".");
        }
        shard.close(now);
        stream.add(new HashKeyRange(keys.start(), newStart.subtract(BigInteger.ONE)), List.of(shard), now);
        stream.add(new HashKeyRange(newStart, keys.end()), List.of(shard), now);
    }

    static Shard merge(Stream stream, Shard shard, Shard adjacent, Instant now) {
        checkOpen(shard);
        checkOpen(adjacent);
        var follows = shard.hashKeys().isFollowedBy(adjacent.hashKeys());
        if (!follows && !adjacent.hashKeys().isFollowedBy(shard.hashKeys())) {
            throw new KinesisException.InvalidArgument("Shards " + shard.id() + " and " + adjacent.id() + " in stream "
                    + stream.name() + " are not an adjacent pair of shards eligible for merging.");
        }
        shard.close(now);
        adjacent.close(now);
        var low = follows ? shard : adjacent;
        var high = follows ? adjacent : shard;
        var range = new HashKeyRange(low.hashKeys().start(), high.hashKeys().end());
        return stream.add(range, List.of(shard, adjacent), now);
    }

    /** Splits at every border of the wanted ranges, then merges what lies between; what fits already stays. */
    static void rescale(Stream stream, int target, Instant now) {
        var wanted = HashKeyRange.uniform(target);
        for (var range : wanted) {
            var shard = stream.shardFor(range.start());
            if (!shard.hashKeys().start().equals(range.start())) {
                split(stream, shard, range.start(), now);
            }
        }
        for (var range : wanted) {
            var shard = stream.shardFor(range.start());
            while (!shard.hashKeys().end().equals(range.end())) {
                shard = merge(stream, shard, stream.shardFor(shard.hashKeys().end().add(BigInteger.ONE)), now);
            }
        }
    }

    /** AWS allows from half to double the number of open shards, rounded up. */
    static void checkTarget(Stream stream, int target) {
        var open = stream.openShards().size();
        if (target > 2 * open) {
            throw new KinesisException.LimitExceeded("UpdateShardCount cannot scale up over double your current open shard"
                    + " count. Current open shard count: " + open + ", Target shard count: " + target);
        }
        if (2 * target < open || target < 1) {
            throw new KinesisException.LimitExceeded("UpdateShardCount cannot scale down below half your current open shard"
                    + " count. Current open shard count: " + open + ", Target shard count: " + target);
        }
    }

    /** AWS allows ten updates in a rolling day. */
    static void checkFrequency(Stream stream, Instant now) {
        stream.rescalings().removeIf(at -> !at.isAfter(now.minus(RESCALING_PERIOD)));
        if (stream.rescalings().size() >= MAXIMUM_RESCALINGS) {
            throw new KinesisException.LimitExceeded("Stream " + stream.name() + " was scaled " + MAXIMUM_RESCALINGS
                    + " times in the last 24 hours; wait until " + stream.rescalings().get(0).plus(RESCALING_PERIOD) + ".");
        }
    }

    private static void checkOpen(Shard shard) {
        if (!shard.isOpen()) {
            throw new KinesisException.InvalidArgument(
                    "Shard " + shard.id() + " is closed; only open shards can be resharded.");
        }
    }
}
