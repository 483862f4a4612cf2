package dev.punctual.local.kinesis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Addressed;
import dev.punctual.local.wire.Constraints;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.PutResult;
import dev.punctual.testkit.stream.ShardDescription;
import dev.punctual.testkit.stream.StreamRecord;
import dev.punctual.testkit.stream.StreamService;

/** The requests and responses of the operations on records. */
final class RecordShapes {

    private RecordShapes() {
    }

    record PutRecord(@Nullable String streamName, @Nullable String streamARN, byte @Nullable [] data,
            @Nullable String partitionKey, @Nullable String explicitHashKey) implements OnStream {

        PutEntry entry() {
            return new Entry(data, partitionKey, explicitHashKey).toModel("");
        }
    }

    record PutRecords(@Nullable String streamName, @Nullable String streamARN, @Nullable List<Entry> records)
            implements
                OnStream {

        @Override
        public int entryCount() {
            return records == null ? 0 : records.size();
        }
    }

    record Entry(byte @Nullable [] data, @Nullable String partitionKey, @Nullable String explicitHashKey) {

        PutEntry toModel(String path) {
            String key = Constraints.required(partitionKey, path + "partitionKey");
            Constraints.sized(key.codePointCount(0, key.length()), 1, 256, path + "partitionKey");
            return new PutEntry(Constraints.required(data, path + "data"), key, Optional.ofNullable(explicitHashKey));
        }
    }

    record GetShardIterator(@Nullable String streamName, @Nullable String streamARN, @Nullable String shardId,
            @Nullable String shardIteratorType, @Nullable String startingSequenceNumber, @Nullable Instant timestamp)
            implements
                OnStream {
    }

    record GetRecords(@Nullable String shardIterator, @Nullable Integer limit,
            @Nullable String streamARN) implements Addressed {

        @Override
        public String resource() {
            try {
                return shardIterator == null ? "" : StreamService.streamOf(shardIterator);
            } catch (AwsException e) {
                return "";
            }
        }
    }

    record RecordPut(String shardId, String sequenceNumber) {
    }

    record RecordsPut(long failedRecordCount, List<EntryResult> records) {
    }

    record EntryResult(@Nullable String shardId, @Nullable String sequenceNumber, @Nullable String errorCode,
            @Nullable String errorMessage) {

        static EntryResult of(PutResult result) {
            if (result instanceof PutResult.Stored stored) {
                return new EntryResult(stored.shardId(), stored.sequenceNumber(), null, null);
            }
            PutResult.Failed failed = (PutResult.Failed) result;
            return new EntryResult(null, null, failed.errorCode(), failed.errorMessage());
        }
    }

    record Iterator(String shardIterator) {
    }

    record RecordsGot(List<Item> records, @Nullable String nextShardIterator, long millisBehindLatest,
            @Nullable List<ChildShard> childShards) {
    }

    record Item(String sequenceNumber, Instant approximateArrivalTimestamp, byte[] data, String partitionKey) {

        static Item of(StreamRecord item) {
            return new Item(item.sequenceNumber(), item.arrival(), item.data(), item.partitionKey());
        }
    }

    record ChildShard(String shardId, List<String> parentShards, ShardShapes.HashKeys hashKeyRange) {

        static ChildShard of(ShardDescription shard) {
            return new ChildShard(shard.id(),
                    Stream.concat(shard.parentId().stream(), shard.adjacentParentId().stream()).toList(),
                    ShardShapes.HashKeys.of(shard.hashKeys()));
        }
    }
}
