package dev.punctual.samples.food.driver;

import java.util.HashMap;
import java.util.Map;

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
                page.records()
                        .forEach(record -> accounts.accepted(stream + '/' + shard.getKey() + ':' + record.sequenceNumber()));
                shard.setValue(page.nextShardIterator());
            } while (!page.records().isEmpty());
        }
    }
}
