package dev.punctual.testkit.stream;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A shard: takes records while it is open, stays readable while it holds some. Guarded by the service's lock. */
final class Shard {

    private static final long MAXIMUM_READ_BYTES = 10L * 1024 * 1024;

    private final String id;
    private final HashKeyRange hashKeys;
    private final List<Shard> parents;
    private final SequenceNumbers numbers;
    private final String startingSequenceNumber;
    private final ShardThroughput throughput;
    private final RecordLog log = new RecordLog();
    private @Nullable String endingSequenceNumber;
    private @Nullable Instant closed;

    /** @param parents none, the shard that was split, or the two that were merged */
    Shard(int number, HashKeyRange hashKeys, List<Shard> parents, Instant now) {
        this.id = String.format("shardId-%012d", number);
        this.hashKeys = hashKeys;
        this.parents = parents;
        this.numbers = parents.isEmpty() ? SequenceNumbers.of(now, number)
                : SequenceNumbers.after(now, number, parents.get(0).numbers, parents.get(parents.size() - 1).numbers);
        this.startingSequenceNumber = numbers.next(now);
        this.throughput = new ShardThroughput(now);
    }

    String id() {
        return id;
    }

    HashKeyRange hashKeys() {
        return hashKeys;
    }

    RecordLog log() {
        return log;
    }

    ShardThroughput throughput() {
        return throughput;
    }

    boolean isOpen() {
        return closed == null;
    }

    boolean isChildOf(Shard other) {
        return parents.contains(other);
    }

    void close(Instant now) {
        closed = now;
        endingSequenceNumber = numbers.next(now);
    }

    boolean closedBefore(Instant horizon) {
        return closed != null && closed.isBefore(horizon);
    }

    String append(PutEntry entry, Instant now) {
        var sequenceNumber = numbers.next(now);
        log.append(new StreamRecord(sequenceNumber, now, entry.data(), entry.partitionKey()));
        return sequenceNumber;
    }

    List<StreamRecord> read(long from, int limit) {
        return log.read(from, limit, MAXIMUM_READ_BYTES);
    }

    /** The index of the record an iterator starts at. */
    long indexOf(IteratorPosition position, Instant now) {
        if (position instanceof IteratorPosition.AtSequenceNumber at) {
            return indexOf(at.sequenceNumber(), 0);
        }
        if (position instanceof IteratorPosition.AfterSequenceNumber after) {
            return indexOf(after.sequenceNumber(), 1);
        }
        if (position instanceof IteratorPosition.AtTimestamp at) {
            if (at.timestamp().isAfter(now)) {
                throw new KinesisException.InvalidArgument("The timestamp " + at.timestamp()
                        + " of the iterator lies in the future; it must not be after " + now + ".");
            }
            return log.indexOf(at.timestamp());
        }
        return position instanceof IteratorPosition.Latest ? log.end() : log.first();
    }

    private long indexOf(String sequenceNumber, int offset) {
        var wanted = SequenceNumbers.parse(sequenceNumber);
        var tooHigh = endingSequenceNumber != null && wanted.compareTo(SequenceNumbers.parse(endingSequenceNumber)) > 0;
        if (tooHigh || wanted.compareTo(SequenceNumbers.parse(startingSequenceNumber)) < 0) {
            throw new KinesisException.InvalidArgument("StartingSequenceNumber " + sequenceNumber
                    + " used in GetShardIterator is invalid because it did not come from shard " + id + ".");
        }
        return log.indexOf(wanted.add(BigInteger.valueOf(offset)));
    }

    ShardDescription describe() {
        return new ShardDescription(id, hashKeys, startingSequenceNumber, Optional.ofNullable(endingSequenceNumber),
                parents.stream().findFirst().map(Shard::id), parents.stream().skip(1).findFirst().map(Shard::id));
    }
}
