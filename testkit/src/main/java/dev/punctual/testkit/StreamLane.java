package dev.punctual.testkit;

import java.util.SplittableRandom;

import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.testkit.mapping.StreamMapping;
import dev.punctual.testkit.mapping.StreamMappingSettings;
import dev.punctual.testkit.stream.PutEntry;

/** A stream that feeds a function. */
final class StreamLane implements Lane {

    private final String stream;
    private final Stage stage;
    private final VirtualFunction function;
    private final StreamMapping mapping;
    private int accepted;

    StreamLane(String stream, Setup setup, Stage stage) {
        this.stream = stream;
        this.stage = stage;
        this.function = new VirtualFunction("function of " + stream, setup.functionTimeout, stage,
                batch -> stage.records().ofStream(stream, batch));
        stage.streams().createStream(stream, setup.shards);
        this.mapping = new StreamMapping(StreamMappingSettings.of(stream, "function").batchSize(setup.batchSize)
                .reportBatchItemFailures().build(), stage.streams(), stage.queues(), function, stage.time(),
                new SplittableRandom(setup.seed));
        mapping.start();
    }

    /** Puts a record, whatever it holds. */
    EventRecord put(String partitionKey, byte[] data) {
        var stored = stage.streams().putRecord(stream, PutEntry.of(partitionKey, data));
        accepted++;
        return new EventRecord(EventSource.ofArn(stage.streams().location().streamArn(stream)), stored.shardId(),
                stored.sequenceNumber(), partitionKey, stage.now(), data);
    }

    @Override
    public VirtualFunction function() {
        return function;
    }

    @Override
    public boolean isThrough() {
        var progress = mapping.progress();
        return progress.itemsDone() + progress.itemsDiscarded() >= accepted && progress.isIdle() && function.isIdle();
    }
}
