package dev.punctual.testkit.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.Call;
import dev.punctual.testkit.faults.FaultDecision;
import dev.punctual.testkit.faults.FaultPlan;

/**
 * Amazon Kinesis Data Streams, provisioned mode, in memory.
 *
 * <p>
 * Operations are named after AWS's and refuse what AWS refuses, by a {@link KinesisException} or, where a fault was
 * ordered, any {@link dev.punctual.testkit.aws.AwsException}. Streams are created, resharded and deleted at once. Latency
 * faults are for the caller to wait out, see {@link #latency}. Thread-safe.
 */
public final class StreamService {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");
    private static final int MAXIMUM_PAGE = 10_000;
    private static final int MAXIMUM_RECORD_SIZE = 10 * 1024 * 1024;
    private static final Duration MAXIMUM_RETENTION = Duration.ofDays(365);

    private final InstantSource clock;
    private final AwsLocation location;
    private final FaultPlan faults;
    private final boolean limitsEnforced;
    private final Map<String, Stream> streams = new TreeMap<>();
    private long created;

    /** @param limitsEnforced whether AWS's throughput quotas and the ten shard count updates a day hold */
    public StreamService(InstantSource clock, AwsLocation location, FaultPlan faults, boolean limitsEnforced) {
        this.clock = clock;
        this.location = location;
        this.faults = faults;
        this.limitsEnforced = limitsEnforced;
    }

    /** Where the streams pretend to be. */
    public AwsLocation location() {
        return location;
    }

    /**
     * How long the answer of an operation is to be held back by ordered faults; ask once per call, then call.
     *
     * @param operation such as {@code PutRecords}
     */
    public Duration latency(String operation, String stream) {
        return faults.latency(call(operation, stream, 0));
    }

    public synchronized void createStream(String name, int shardCount) {
        admit("CreateStream", name);
        if (!NAME.matcher(name).matches()) {
            throw new KinesisException.InvalidArgument(
                    "StreamName '" + name + "' must have 1 to 128 characters out of a-z, A-Z, 0-9, '_', '.' and '-'.");
        }
        if (shardCount < 1 || shardCount > 10_000) {
            throw new KinesisException.InvalidArgument("ShardCount must be 1 to 10000, was " + shardCount + ".");
        }
        if (streams.containsKey(name)) {
            throw new KinesisException.ResourceInUse(
                    "Stream " + name + " under account " + location.account() + " already exists.");
        }
        streams.put(name, new Stream(name, location.streamArn(name), created++, shardCount, now()));
    }

    /** Deletes a stream at once, with all its records. */
    public synchronized void deleteStream(String name) {
        admit("DeleteStream", name);
        find(name);
        streams.remove(name);
    }

    public synchronized StreamDescription describeStream(String name) {
        admit("DescribeStream", name);
        return find(name).describe();
    }

    public synchronized StreamDescription describeStreamSummary(String name) {
        admit("DescribeStreamSummary", name);
        return find(name).describe();
    }

    /** The names of all streams, sorted. */
    public synchronized List<String> listStreams() {
        admit("ListStreams", "");
        return List.copyOf(streams.keySet());
    }

    /** Open shards, and closed ones that are still readable, in the order they were made. */
    public synchronized List<ShardDescription> listShards(String stream) {
        admit("ListShards", stream);
        return find(stream).describe().shards();
    }

    public synchronized PutResult.Stored putRecord(String stream, PutEntry entry) {
        admit("PutRecord", stream);
        var target = find(stream);
        PutRules.check(entry, target.maximumRecordSize());
        var result = put(target, entry);
        if (result instanceof PutResult.Failed failed) {
            throw new KinesisException.ProvisionedThroughputExceeded(failed.errorMessage());
        }
        return (PutResult.Stored) result;
    }

    /**
     * Puts 1 to 500 records of 10 MiB in all; some may fail while others are stored.
     *
     * @return one result per entry, in their order
     */
    public synchronized List<PutResult> putRecords(String stream, List<PutEntry> entries) {
        var decision = admit(call("PutRecords", stream, entries.size()));
        var target = find(stream);
        PutRules.checkBatch(entries, target.maximumRecordSize());
        var results = new ArrayList<PutResult>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            var failure = decision.entry(i);
            results.add(failure.isPresent() ? new PutResult.Failed(failure.get().code(), failure.get().message())
                    : put(target, entries.get(i)));
        }
        return List.copyOf(results);
    }

    private PutResult put(Stream stream, PutEntry entry) {
        var now = now();
        var shard = stream.shardFor(PartitionHash.of(entry));
        var refusal = limitsEnforced ? stream.refuseWrite(shard, entry, now) : Optional.<String> empty();
        return refusal.isPresent()
                ? new PutResult.Failed(KinesisException.ProvisionedThroughputExceeded.CODE, refusal.get())
                : new PutResult.Stored(shard.id(), shard.append(entry, now));
    }

    /** An iterator, valid for five minutes. */
    public synchronized String getShardIterator(String stream, String shardId, IteratorPosition position) {
        admit("GetShardIterator", stream);
        var target = find(stream);
        var index = target.shard(shardId).indexOf(position, now());
        return new ShardIterator(stream, target.incarnation(), shardId, index, now()).token();
    }

    /** The name of the stream an iterator reads, for callers that ask for {@link #latency}. */
    public static String streamOf(String iterator) {
        return ShardIterator.parse(iterator).stream();
    }

    /**
     * Reads a shard.
     *
     * @param limit 1 – 10,000 records; a page also ends at 10 MiB
     */
    public synchronized RecordPage getRecords(String iterator, int limit) {
        var from = ShardIterator.parse(iterator);
        admit("GetRecords", from.stream());
        if (limit < 1 || limit > MAXIMUM_PAGE) {
            throw new KinesisException.InvalidArgument("Limit must be 1 to " + MAXIMUM_PAGE + ", was " + limit + ".");
        }
        from.checkAlive(now());
        var stream = find(from.stream());
        if (stream.incarnation() != from.incarnation()) {
            throw new KinesisException.InvalidArgument(
                    "The ShardIterator belongs to a stream " + from.stream() + " that was deleted; get a new one.");
        }
        return read(stream, stream.shard(from.shardId()), from, limit);
    }

    private RecordPage read(Stream stream, Shard shard, ShardIterator from, int limit) {
        if (limitsEnforced && !shard.throughput().takeRead(now())) {
            throw new KinesisException.ProvisionedThroughputExceeded(
                    "Rate exceeded for shard " + shard.id() + " in stream " + stream.name() + ".");
        }
        var records = shard.read(from.index(), limit);
        if (limitsEnforced) {
            shard.throughput().countRead(records.stream().mapToLong(StreamRecord::size).sum(), now());
        }
        var next = Math.max(from.index(), shard.log().first()) + records.size();
        var caughtUp = next >= shard.log().end();
        var behind = caughtUp ? Duration.ZERO : Duration.between(records.get(records.size() - 1).arrival(), now());
        if (caughtUp && !shard.isOpen()) {
            return new RecordPage(records, Optional.empty(), behind, stream.childrenOf(shard));
        }
        var iterator = new ShardIterator(from.stream(), from.incarnation(), from.shardId(), next, now());
        return new RecordPage(records, Optional.of(iterator.token()), behind, List.of());
    }

    /** Splits an open shard in two at a hash key that is above the shard's lowest. */
    public synchronized void splitShard(String stream, String shardId, String newStartingHashKey) {
        admit("SplitShard", stream);
        var target = find(stream);
        Resharding.split(target, target.shard(shardId), PartitionHash.explicit(newStartingHashKey), now());
    }

    /** Merges two open shards whose hash keys adjoin. */
    public synchronized void mergeShards(String stream, String shardId, String adjacentShardId) {
        admit("MergeShards", stream);
        var target = find(stream);
        Resharding.merge(target, target.shard(shardId), target.shard(adjacentShardId), now());
    }

    /**
     * Scales uniformly, to at most double and at least half the number of open shards.
     *
     * @return the number of open shards before
     */
    public synchronized int updateShardCount(String stream, int targetShardCount) {
        admit("UpdateShardCount", stream);
        var target = find(stream);
        Resharding.checkTarget(target, targetShardCount);
        if (limitsEnforced) {
            Resharding.checkFrequency(target, now());
        }
        var before = target.openShards().size();
        target.rescalings().add(now());
        Resharding.rescale(target, targetShardCount, now());
        return before;
    }

    /** Sets how long records stay readable, 24 h – 8,760 h; stands for Increase- and DecreaseStreamRetentionPeriod. */
    public synchronized void setRetention(String stream, Duration retention) {
        admit("SetRetention", stream);
        if (retention.compareTo(Stream.DEFAULT_RETENTION) < 0 || retention.compareTo(MAXIMUM_RETENTION) > 0) {
            throw new KinesisException.InvalidArgument(
                    "Retention period must be 24 to 8760 hours, was " + retention.toHours() + ".");
        }
        find(stream).retention(retention);
    }

    /** Sets the most bytes a record may have, 1 – 10 MiB. */
    public synchronized void updateMaxRecordSize(String stream, int bytes) {
        admit("UpdateMaxRecordSize", stream);
        if (bytes < Stream.DEFAULT_RECORD_SIZE || bytes > MAXIMUM_RECORD_SIZE) {
            throw new KinesisException.InvalidArgument("Maximum record size must be " + Stream.DEFAULT_RECORD_SIZE + " to "
                    + MAXIMUM_RECORD_SIZE + " bytes, was " + bytes + ".");
        }
        find(stream).maximumRecordSize(bytes);
    }

    private Stream find(String name) {
        var stream = streams.get(name);
        if (stream == null) {
            throw new KinesisException.ResourceNotFound(
                    "Stream " + name + " under account " + location.account() + " not found.");
        }
        stream.trim(now());
        return stream;
    }

    private void admit(String operation, String stream) {
        admit(call(operation, stream, 0));
    }

    private FaultDecision admit(Call call) {
        var decision = faults.decide(call);
        decision.refuse(() -> new KinesisException.ProvisionedThroughputExceeded(
                "Rate exceeded for " + call.operation() + " on stream " + call.resource() + " (ordered fault)."));
        return decision;
    }

    private static Call call(String operation, String stream, int entries) {
        return new Call("kinesis:" + operation, stream, entries);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
