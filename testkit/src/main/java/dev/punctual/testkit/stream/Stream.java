package dev.punctual.testkit.stream;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stream: its shards and settings. Guarded by the service's lock. */
final class Stream {

    static final Duration DEFAULT_RETENTION = Duration.ofHours(24);
    static final int DEFAULT_RECORD_SIZE = 1024 * 1024;

    private final String name;
    private final String arn;
    private final long incarnation;
    private final Instant created;
    private final List<Shard> shards = new ArrayList<>();
    private final List<Instant> rescalings = new ArrayList<>();
    private Duration retention = DEFAULT_RETENTION;
    private int maximumRecordSize = DEFAULT_RECORD_SIZE;
    private int nextShardNumber;

    Stream(String name, String arn, long incarnation, int shardCount, Instant now) {
        this.name = name;
        this.arn = arn;
        this.incarnation = incarnation;
        this.created = now;
        HashKeyRange.uniform(shardCount).forEach(range -> add(range, List.of(), now));
    }

    Shard add(HashKeyRange range, List<Shard> parents, Instant now) {
        var shard = new Shard(nextShardNumber++, range, parents, now);
        shards.add(shard);
        return shard;
    }

    /** Drops what retention has run out on: records, then closed shards. */
    void trim(Instant now) {
        var horizon = now.minus(retention);
        shards.forEach(shard -> shard.log().trim(horizon));
        shards.removeIf(shard -> shard.closedBefore(horizon));
    }

    String name() {
        return name;
    }

    long incarnation() {
        return incarnation;
    }

    Duration retention() {
        return retention;
    }

    void retention(Duration retention) {
        this.retention = retention;
    }

    int maximumRecordSize() {
        return maximumRecordSize;
    }

    void maximumRecordSize(int bytes) {
        this.maximumRecordSize = bytes;
    }

    /** When the shard count was updated. */
    List<Instant> rescalings() {
        return rescalings;
    }

    List<Shard> openShards() {
        return shards.stream().filter(Shard::isOpen).toList();
    }

    Shard shard(String id) {
        return shards.stream().filter(shard -> shard.id().equals(id)).findFirst()
                .orElseThrow(() -> new KinesisException.ResourceNotFound(
                        "Shard " + id + " in stream " + name + " does not exist; see ListShards for those it has."));
    }

    Shard shardFor(BigInteger hashKey) {
        return shards.stream().filter(shard -> shard.isOpen() && shard.hashKeys().contains(hashKey)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Stream " + name + " has no open shard for hash key " + hashKey));
    }

    List<ShardDescription> childrenOf(Shard shard) {
        return shards.stream().filter(other -> other.isChildOf(shard)).map(Shard::describe).toList();
    }

    Optional<String> refuseWrite(Shard shard, PutEntry entry, Instant now) {
        var bytes = PutRules.size(entry);
        return shard.throughput().takeWrite(bytes, now) ? Optional.empty()
                : Optional.of("Rate exceeded for shard " + shard.id() + " in stream " + name + ".");
    }

    StreamDescription describe() {
        return new StreamDescription(name, arn, created, retention, maximumRecordSize,
                shards.stream().map(Shard::describe).toList());
    }
}
