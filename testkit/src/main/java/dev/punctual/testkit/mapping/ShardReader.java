package dev.punctual.testkit.mapping;

import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.mapping.event.KinesisEventRecord;
import dev.punctual.testkit.stream.IteratorPosition;
import dev.punctual.testkit.stream.KinesisException;
import dev.punctual.testkit.stream.PartitionHash;
import dev.punctual.testkit.stream.RecordPage;
import dev.punctual.testkit.stream.StreamRecord;
import dev.punctual.testkit.stream.StreamService;

/** Reads one shard and deals its records out to lanes by their partition keys. Guarded by the mapping's lock. */
final class ShardReader {

    private static final int MAXIMUM_BUFFERED = 10_000;

    private final LaneContext context;
    private final StreamService streams;
    private final String shardId;
    private final List<Lane> lanes;
    private IteratorPosition position;
    private @Nullable String iterator;
    private boolean reading;
    private boolean ended;

    ShardReader(LaneContext context, StreamService streams, String shardId, IteratorPosition position) {
        this.context = context;
        this.streams = streams;
        this.shardId = shardId;
        this.position = position;
        this.lanes = IntStream.range(0, context.settings().parallelizationFactor()).mapToObj(i -> new Lane(context, shardId))
                .toList();
    }

    /** Whether the shard is read to its end and all of it is handled or discarded. */
    boolean isFinished() {
        return ended && lanes.stream().allMatch(Lane::isIdle);
    }

    int buffered() {
        return lanes.stream().mapToInt(Lane::buffered).sum();
    }

    /** The shard holds nothing more. */
    void end() {
        ended = true;
        lanes.forEach(Lane::endOfSource);
    }

    void resume() {
        lanes.forEach(Lane::next);
    }

    /** Reads a page, unless enough is buffered or a read is under way. */
    void poll() {
        if (ended || reading || buffered() >= MAXIMUM_BUFFERED) {
            return;
        }
        reading = true;
        context.scheduler().after(streams.latency("GetRecords", context.settings().stream()), () -> {
            reading = false;
            read();
        });
    }

    private void read() {
        try {
            accept(page());
        } catch (AwsException e) {
            context.tally().refused(e);
        }
    }

    private RecordPage page() {
        try {
            return streams.getRecords(iterator(), MAXIMUM_BUFFERED - buffered());
        } catch (AwsException e) {
            if (!KinesisException.ExpiredIterator.CODE.equals(e.code())) {
                throw e;
            }
            iterator = null;
            context.tally().refused(e);
            return streams.getRecords(iterator(), MAXIMUM_BUFFERED - buffered());
        }
    }

    private String iterator() {
        var current = iterator;
        if (current == null) {
            current = streams.getShardIterator(context.settings().stream(), shardId, position);
            iterator = current;
            fixLatest();
        }
        return current;
    }

    private void accept(RecordPage page) {
        page.records().forEach(record -> lane(record).add(buffered(record)));
        if (!page.records().isEmpty()) {
            var last = page.records().get(page.records().size() - 1);
            position = new IteratorPosition.AfterSequenceNumber(last.sequenceNumber());
        }
        iterator = page.nextIterator().orElse(null);
        if (iterator == null) {
            end();
        } else {
            lanes.forEach(Lane::next);
        }
    }

    /** The latest record is the one of the first iterator: should that one expire, the next starts where it did. */
    private void fixLatest() {
        if (position instanceof IteratorPosition.Latest) {
            position = new IteratorPosition.AtTimestamp(context.now().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    private Lane lane(StreamRecord record) {
        var lane = PartitionHash.of(record.partitionKey()).mod(BigInteger.valueOf(lanes.size()));
        return lanes.get(lane.intValue());
    }

    private BufferedRecord buffered(StreamRecord record) {
        var location = streams.location();
        var event = new KinesisEventRecord(record, shardId, location.streamArn(context.settings().stream()), location.region(),
                location.roleArn(context.settings().function() + "-role"));
        return new BufferedRecord(record, event.toJson(), context.now());
    }
}
