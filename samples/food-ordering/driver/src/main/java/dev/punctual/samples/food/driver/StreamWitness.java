package dev.punctual.samples.food.driver;

import java.util.HashMap;
import java.util.Map;

import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.spi.UndecodableException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Reads the whole stream beside the functions, to know every event that it took; used by one thread. */
final class StreamWitness {

    private final KinesisClient kinesis;
    private final String stream;
    private final Map<String, String> iterators = new HashMap<>();

    StreamWitness(KinesisClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
        for (Shard shard : kinesis.listShards(request -> request.streamName(stream)).shards()) {
            iterators.put(shard.shardId(), kinesis.getShardIterator(request -> request.streamName(stream)
                    .shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator());
        }
    }

    void readInto(Accounts accounts) {
        for (Map.Entry<String, String> shard : iterators.entrySet()) {
            GetRecordsResponse page;
            do {
                String iterator = shard.getValue();
                page = kinesis.getRecords(request -> request.shardIterator(iterator));
                page.records().forEach(record -> account(stream + '/' + shard.getKey() + ':' + record.sequenceNumber(),
                        record.data().asByteArrayUnsafe(), accounts));
                shard.setValue(page.nextShardIterator());
            } while (!page.records().isEmpty());
        }
    }

    private static void account(String id, byte[] data, Accounts accounts) {
        int events = eventsIn(data);
        accounts.took(data.length, Math.max(1, events));
        if (events == 0) {
            accounts.accepted(id);
        }
        for (int sub = 0; sub < events; sub++) {
            accounts.accepted(id + ':' + sub);
        }
    }

    /** How many events an aggregated record holds; 0 if it is none, or a damaged one. */
    private static int eventsIn(byte[] data) {
        try {
            return AggregatedRecord.is(data) ? AggregatedRecord.read(data).size() : 0;
        } catch (UndecodableException e) {
            return 0;
        }
    }
}
