package dev.punctual.runtime.readback;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.punctual.event.EventRecord;
import dev.punctual.ledger.SequenceOrder;
import dev.punctual.wire.envelope.LambdaNotice;
import dev.punctual.wire.payload.PayloadException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Reads records of a shard with {@code GetRecords}; safe for use by several threads. */
public final class KinesisReader implements StreamReader {

    /** The most records of a batch of Lambda's, and of an answer of {@code GetRecords}. */
    private static final int MOST_RECORDS = 10_000;
    /** Answers without records in a row, after which none are expected: a shard may be read five times a second. */
    private static final int MOST_EMPTY_ANSWERS = 5;

    private final Supplier<KinesisClient> client;
    private final InstantSource clock;

    /**
     * @param client asked for on first need, and each time
     */
    public KinesisReader(Supplier<KinesisClient> client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Records read(LambdaNotice.Batch batch, Instant until) throws PayloadException {
        List<EventRecord> found = new ArrayList<>();
        try {
            boolean inTime = read(batch, until, found);
            return new Records(found, rest(batch, found.size(), inTime));
        } catch (ResourceNotFoundException e) {
            return new Records(List.of(), "the stream " + batch.stream().name() + " or its shard " + batch.shardId()
                    + " is gone");
        } catch (SdkException e) {
            throw new PayloadException("Kinesis does not give records of " + batch.stream().name() + ": " + e.getMessage(), e);
        }
    }

    private static String rest(LambdaNotice.Batch batch, int found, boolean inTime) {
        int expected = expected(batch);
        if (found >= expected) {
            return "";
        }
        return (expected - found) + " of " + expected + " records could not be read back: "
                + (inTime ? "their retention in the stream has ended" : "the function had no time left");
    }

    private static int expected(LambdaNotice.Batch batch) {
        try {
            return Math.min(MOST_RECORDS, Integer.parseInt(batch.size()));
        } catch (NumberFormatException e) {
            return batch.first().equals(batch.last()) ? 1 : MOST_RECORDS;
        }
    }

    /** Returns whether it came to the end in time. */
    private boolean read(LambdaNotice.Batch batch, Instant until, List<EventRecord> found) {
        int expected = expected(batch);
        int empty = 0;
        String iterator = client.get().getShardIterator(request -> request.streamARN(batch.stream().arn())
                .shardId(batch.shardId()).shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                .startingSequenceNumber(batch.first())).shardIterator();
        while (iterator != null && empty < MOST_EMPTY_ANSWERS) {
            if (!clock.instant().isBefore(until)) {
                return false;
            }
            GetRecordsResponse answer = get(iterator, expected - found.size(), batch);
            boolean last = take(answer.records(), batch, found) || found.size() >= expected;
            iterator = last || isAtTip(answer) ? null : answer.nextShardIterator();
            empty = answer.records().isEmpty() ? empty + 1 : 0;
        }
        return true;
    }

    private GetRecordsResponse get(String iterator, int limit, LambdaNotice.Batch batch) {
        return client.get().getRecords(
                request -> request.shardIterator(iterator).limit(limit).streamARN(batch.stream().arn()));
    }

    private static boolean isAtTip(GetRecordsResponse answer) {
        Long behind = answer.millisBehindLatest();
        return answer.records().isEmpty() && behind != null && behind == 0;
    }

    /** Returns whether the last record of the batch, or one behind it, was among them. */
    private static boolean take(List<Record> records, LambdaNotice.Batch batch, List<EventRecord> found) {
        for (Record record : records) {
            if (SequenceOrder.isBefore(batch.last(), record.sequenceNumber())) {
                return true;
            }
            found.add(event(record, batch));
            if (record.sequenceNumber().equals(batch.last())) {
                return true;
            }
        }
        return false;
    }

    private static EventRecord event(Record record, LambdaNotice.Batch batch) {
        @Nullable
        Instant arrival = record.approximateArrivalTimestamp();
        return new EventRecord(batch.stream(), batch.shardId(), record.sequenceNumber(), record.partitionKey(),
                arrival == null ? batch.arrival() : arrival, record.data().asByteArrayUnsafe());
    }
}
