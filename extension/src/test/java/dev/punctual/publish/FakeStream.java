package dev.punctual.publish;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.punctual.aggregation.AggregatedEvent;
import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.spi.ShardRange;
import dev.punctual.spi.StreamEntry;
import dev.punctual.spi.StreamWriter;
import dev.punctual.spi.UndecodableException;
import dev.punctual.spi.WriteResult;

/** A stream in memory that accepts what it is not told to refuse. */
final class FakeStream implements StreamWriter {

    /** What becomes of a record. */
    enum Fate {
        ACCEPT,
        THROTTLE,
        LOSE_ANSWER,
        REFUSE_FOR_GOOD,
        /** The whole call fails, and none of its records is accepted. */
        FAIL_CALL
    }

    static final WriteResult.Refused THROTTLED = new WriteResult.Refused("throttled", true);

    final List<List<StreamEntry>> calls = new ArrayList<>();
    final Map<String, List<AggregatedEvent>> byShard = new HashMap<>();
    List<ShardRange> ranges;
    Function<StreamEntry, Fate> fate = entry -> Fate.ACCEPT;
    int shardQuestions;

    FakeStream(int shards) {
        reshard("shard", shards);
    }

    void reshard(String prefix, int shards) {
        BigInteger width = BigInteger.ONE.shiftLeft(128).divide(BigInteger.valueOf(shards));
        List<ShardRange> even = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            even.add(new ShardRange(prefix + "-" + i, width.multiply(BigInteger.valueOf(i))));
        }
        ranges = even;
    }

    @Override
    public List<WriteResult> write(String stream, List<StreamEntry> entries) {
        calls.add(entries);
        List<Fate> fates = entries.stream().map(fate).toList();
        if (fates.contains(Fate.FAIL_CALL)) {
            throw new IllegalStateException("the call failed");
        }
        List<WriteResult> results = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            results.add(result(entries.get(i), fates.get(i)));
        }
        return results;
    }

    private WriteResult result(StreamEntry entry, Fate decided) {
        return switch (decided) {
            case ACCEPT -> new WriteResult.Accepted(store(entry));
            case LOSE_ANSWER -> {
                store(entry);
                yield THROTTLED;
            }
            case REFUSE_FOR_GOOD -> new WriteResult.Refused("no such stream", false);
            default -> THROTTLED;
        };
    }

    private String store(StreamEntry entry) {
        String shard = new ShardMap(ranges).shardOf(entry.partitionKey());
        byShard.computeIfAbsent(shard, id -> new ArrayList<>()).addAll(events(entry));
        return shard;
    }

    static List<AggregatedEvent> events(StreamEntry entry) {
        try {
            return AggregatedRecord.is(entry.data()) ? AggregatedRecord.read(entry.data())
                    : List.of(new AggregatedEvent(entry.partitionKey(), "", entry.data()));
        } catch (UndecodableException e) {
            throw new AssertionError("an aggregate cannot be read", e);
        }
    }

    List<AggregatedEvent> events() {
        return byShard.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<ShardRange> shards(String stream) {
        shardQuestions++;
        return ranges;
    }
}
