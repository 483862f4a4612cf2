package dev.punctual.local.kinesis;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.local.wire.Constraints;
import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.PutResult;
import dev.punctual.testkit.stream.RecordPage;
import dev.punctual.testkit.stream.StreamService;

/** The operations on records. */
final class RecordOperations {

    private static final int MOST_ENTRIES = 500;
    private static final int MOST_RECORDS = 10_000;

    private final StreamService streams;

    RecordOperations(StreamService streams) {
        this.streams = streams;
    }

    void addTo(Operations operations) {
        operations.answer("PutRecord", RecordShapes.PutRecord.class, this::put)
                .answer("PutRecords", RecordShapes.PutRecords.class, this::putAll)
                .answer("GetShardIterator", RecordShapes.GetShardIterator.class, this::iterator)
                .answer("GetRecords", RecordShapes.GetRecords.class, this::get);
    }

    private RecordShapes.RecordPut put(RecordShapes.PutRecord in) {
        PutResult.Stored stored = streams.putRecord(in.requiredStream(), in.entry());
        return new RecordShapes.RecordPut(stored.shardId(), stored.sequenceNumber());
    }

    private RecordShapes.RecordsPut putAll(RecordShapes.PutRecords in) {
        List<RecordShapes.Entry> records = Constraints.required(in.records(), "records");
        Constraints.sized(records.size(), 1, MOST_ENTRIES, "records");
        List<PutEntry> entries = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            String path = "records." + (i + 1) + ".member";
            entries.add(Constraints.required(records.get(i), path).toModel(path + "."));
        }
        List<PutResult> results = streams.putRecords(in.requiredStream(), entries);
        return new RecordShapes.RecordsPut(results.stream().filter(PutResult.Failed.class::isInstance).count(),
                results.stream().map(RecordShapes.EntryResult::of).toList());
    }

    private RecordShapes.Iterator iterator(RecordShapes.GetShardIterator in) {
        return new RecordShapes.Iterator(streams.getShardIterator(in.requiredStream(),
                Constraints.required(in.shardId(), "shardId"), IteratorPositions.of(in)));
    }

    private RecordShapes.RecordsGot get(RecordShapes.GetRecords in) {
        RecordPage page = streams.getRecords(Constraints.required(in.shardIterator(), "shardIterator"),
                Constraints.within(in.limit(), MOST_RECORDS, 1, MOST_RECORDS, "limit"));
        List<RecordShapes.ChildShard> children = page.childShards().stream().map(RecordShapes.ChildShard::of).toList();
        return new RecordShapes.RecordsGot(page.records().stream().map(RecordShapes.Item::of).toList(),
                page.nextIterator().orElse(null), page.behindLatest().toMillis(), children.isEmpty() ? null : children);
    }
}
