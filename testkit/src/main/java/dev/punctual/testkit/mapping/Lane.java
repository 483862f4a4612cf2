package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.mapping.event.LambdaEvent;
import dev.punctual.testkit.time.Scheduler;

/**
 * Sends the records of one lane of a shard, in order and one batch at a time: gathers, invokes, repeats, gives up.
 * Guarded by the mapping's lock.
 */
final class Lane {

    private final LaneContext context;
    private final String shardId;
    private final List<BufferedRecord> buffer = new ArrayList<>();
    private final Deque<StreamBatch> urgent = new ArrayDeque<>();
    private Scheduler.@Nullable Task windowEnd;
    private boolean busy;
    private boolean sourceEnded;
    private int failuresInRow;

    Lane(LaneContext context, String shardId) {
        this.context = context;
        this.shardId = shardId;
    }

    void add(BufferedRecord record) {
        buffer.add(record);
    }

    /** No record will be added any more, so there is nothing to wait for. */
    void endOfSource() {
        sourceEnded = true;
        next();
    }

    int buffered() {
        return buffer.size() + urgent.stream().mapToInt(StreamBatch::size).sum();
    }

    boolean isIdle() {
        return !busy && buffer.isEmpty() && urgent.isEmpty();
    }

    /** Sends the next batch if there is one to send now and the lane is free. */
    void next() {
        if (busy || !context.isRunning()) {
            return;
        }
        if (!urgent.isEmpty()) {
            send(urgent.remove());
        } else if (!buffer.isEmpty() && isReady()) {
            send(cut());
        }
    }

    private boolean isReady() {
        var settings = context.settings();
        var candidates = candidates();
        if (candidates.size() == settings.batchSize() || candidates.size() < buffer.size() || sourceEnded) {
            return true;
        }
        var left = Duration.between(context.now(), buffer.get(0).read().plus(settings.batchingWindow()));
        if (left.isZero() || left.isNegative()) {
            return true;
        }
        if (windowEnd == null) {
            windowEnd = context.scheduler().schedule(left, () -> {
                windowEnd = null;
                next();
            });
        }
        return false;
    }

    /** What the next batch would hold: up to the batch size and up to what fits into one event. */
    private List<BufferedRecord> candidates() {
        var most = buffer.subList(0, Math.min(buffer.size(), context.settings().batchSize()));
        return most.subList(0, LambdaEvent.fitting(most.stream().map(BufferedRecord::json).toList()));
    }

    private StreamBatch cut() {
        var taken = candidates();
        var batch = StreamBatch.first(taken);
        taken.clear();
        if (windowEnd != null) {
            windowEnd.cancel();
            windowEnd = null;
        }
        return batch;
    }

    private void send(StreamBatch batch) {
        begin();
        var expired = RecordAge.expired(batch, context.maximumAge(), context.now());
        if (expired > 0) {
            keep(batch, expired);
            giveUp("RecordAgeExceeded", batch.part(0, expired), Optional.empty());
            return;
        }
        var event = batch.event();
        if (event.length > LambdaEvent.MAXIMUM_BYTES) {
            giveUp("PayloadSizeExceeded", batch, Optional.empty());
            return;
        }
        var last = batch.records().get(batch.size() - 1).record();
        context.tally().age(Duration.between(last.arrival(), context.now()));
        context.invoker().invoke(event, result -> answered(batch, result));
    }

    private void keep(StreamBatch batch, int from) {
        if (from < batch.size()) {
            urgent.addFirst(batch.from(from));
        }
    }

    private void answered(StreamBatch batch, InvocationResult result) {
        context.tally().answered(batch.size(), result);
        var verdict = context.rules().judge(batch, result);
        if (verdict instanceof Verdict.TryAgain again) {
            var left = again.batches().stream().mapToInt(StreamBatch::size).sum();
            context.tally().done(batch.size() - left);
            tryAgain(again.batches());
        } else if (verdict instanceof Verdict.GiveUp up) {
            context.tally().done(batch.size() - up.batch().size());
            giveUp("RetryAttemptsExhausted", up.batch(), up.functionError());
        } else {
            context.tally().done(batch.size());
            proceed();
        }
    }

    private void tryAgain(List<StreamBatch> batches) {
        for (int i = batches.size() - 1; i >= 0; i--) {
            urgent.addFirst(batches.get(i));
        }
        failuresInRow++;
        context.scheduler().schedule(context.settings().backoff().after(failuresInRow), this::end);
    }

    /** Goes on by the scheduler, not by a call: the stack must not grow with the batches that are given up in a row. */
    private void giveUp(String condition, StreamBatch batch, Optional<String> functionError) {
        context.destination().tell(shardId, condition, batch, functionError,
                () -> context.scheduler().schedule(Duration.ZERO, this::proceed));
    }

    private void proceed() {
        failuresInRow = 0;
        end();
    }

    private void begin() {
        busy = true;
        context.tally().begun();
    }

    private void end() {
        busy = false;
        context.tally().ended();
        next();
    }
}
