package dev.punctual.testkit.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.time.VirtualScheduler;

/** A stream service on virtual time, and words to put and read. */
final class StreamFixture {

    static final String STREAM = "orders";
    static final String FIRST_SHARD = "shardId-000000000000";

    final VirtualScheduler time = new VirtualScheduler();
    final FaultPlan faults = new FaultPlan(new SplittableRandom(1));
    final StreamService service;

    StreamFixture(boolean limitsEnforced, int shards) {
        service = new StreamService(time, AwsLocation.DEFAULT, faults, limitsEnforced);
        service.createStream(STREAM, shards);
    }

    static StreamFixture withShards(int shards) {
        return new StreamFixture(false, shards);
    }

    static StreamFixture withLimits(int shards) {
        return new StreamFixture(true, shards);
    }

    static PutEntry entry(String key, String data) {
        return PutEntry.of(key, data.getBytes(StandardCharsets.UTF_8));
    }

    PutResult.Stored put(String key, String data) {
        return service.putRecord(STREAM, entry(key, data));
    }

    String iterator(IteratorPosition position) {
        return service.getShardIterator(STREAM, FIRST_SHARD, position);
    }

    RecordPage read(IteratorPosition position) {
        return service.getRecords(iterator(position), 10_000);
    }

    List<ShardDescription> shards() {
        return service.listShards(STREAM);
    }

    static List<String> texts(RecordPage page) {
        return page.records().stream().map(record -> new String(record.data(), StandardCharsets.UTF_8)).toList();
    }
}
