package dev.punctual.testkit.stream;

import java.time.Instant;

/** The throughput of one shard: 1 MiB/s and 1,000 records/s in, 2 MiB/s and 5 reads/s out (Kinesis' quotas). */
final class ShardThroughput {

    private static final int MIB = 1024 * 1024;

    private final TokenBucket bytesIn;
    private final TokenBucket recordsIn;
    private final TokenBucket bytesOut;
    private final TokenBucket readsOut;

    ShardThroughput(Instant now) {
        bytesIn = new TokenBucket(MIB, now);
        recordsIn = new TokenBucket(1_000, now);
        bytesOut = new TokenBucket(2 * MIB, now);
        readsOut = new TokenBucket(5, now);
    }

    /** A record above 1 MiB passes when the second is unused, and is paid off in the next ones. */
    boolean takeWrite(int bytes, Instant now) {
        if (!recordsIn.has(1, now) || !bytesIn.has(Math.min(bytes, MIB), now)) {
            return false;
        }
        recordsIn.take(1, now);
        bytesIn.take(bytes, now);
        return true;
    }

    /** Whether a read may start; a read of up to 10 MiB is paid off afterwards. */
    boolean takeRead(Instant now) {
        if (!readsOut.has(1, now) || !bytesOut.has(1, now)) {
            return false;
        }
        readsOut.take(1, now);
        return true;
    }

    void countRead(long bytes, Instant now) {
        bytesOut.take((double) bytes, now);
    }
}
