package dev.punctual.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.ShardRange;
import dev.punctual.spi.WriteResult;

/**
 * The events on their way to one stream, and every decision about them: what goes next, what waits, what is given up. Does
 * nothing itself: threads ask it what to do. Safe for use by several threads.
 */
final class StreamLane {

    /** The threads that serve a lane at most: one call is under way while the next is being packed. */
    static final int MOST_THREADS = 2;

    /**
     * What became of an event.
     *
     * @param failure why it was given up, or an empty string where it was accepted
     */
    record Ending(Publication publication, String failure) {

        boolean isFailure() {
            return !failure.isEmpty();
        }

        void tell() {
            if (isFailure()) {
                publication.failed(failure);
            } else {
                publication.accepted();
            }
        }
    }

    private final StreamSettings settings;
    private final Refusals refusals;
    private final Map<String, KeyLine> lines = new HashMap<>();
    private final ArrayDeque<KeyLine> ready = new ArrayDeque<>();
    private final PriorityQueue<OutboundRecord> retries = new PriorityQueue<>(
            Comparator.comparing(record -> record.notBefore));
    private final Set<Publication> outstanding = new LinkedHashSet<>();
    private final ShardKnowledge shards;
    private List<Ending> endings = new ArrayList<>();
    private @Nullable CompletableFuture<Void> change;
    private long bytes;
    private int threads;

    StreamLane(StreamSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.refusals = new Refusals(settings, random);
        this.shards = new ShardKnowledge(settings);
    }

    /** Takes an event in, if there is room. */
    synchronized Admission offer(Publication publication) {
        boolean room = outstanding.size() < settings.bufferEvents() && bytes + publication.size <= settings.bufferBytes();
        if (!room && !outstanding.isEmpty()) {
            return new Admission.Full(change());
        }
        outstanding.add(publication);
        bytes += publication.size;
        boolean byKey = settings.ordered() || settings.aggregation() == StreamSettings.Aggregation.BY_KEY;
        KeyLine line = lines.computeIfAbsent(byKey ? publication.event.partitionKey() : "", KeyLine::new);
        boolean wasEmpty = line.isEmpty();
        line.add(publication);
        if (line.busy || !wasEmpty) {
            return new Admission.Admitted(false);
        }
        ready.add(line);
        boolean needsThread = threads < MOST_THREADS;
        threads += needsThread ? 1 : 0;
        changed();
        return new Admission.Admitted(needsThread);
    }

    /** What a thread that serves the lane is to do. */
    synchronized LaneStep next(Instant now) {
        if (!ready.isEmpty() && shards.shouldAsk(now)) {
            return new LaneStep.LearnShards();
        }
        CallBudget budget = new CallBudget();
        List<OutboundRecord> records = dueRetries(budget, now);
        if (!shards.isBeingAsked()) {
            expire(now);
            records.addAll(new RecordPacker(settings, shards.map(), budget).pack(ready));
        }
        if (!records.isEmpty()) {
            return new LaneStep.Send(records);
        }
        OutboundRecord retry = retries.peek();
        if (retry == null) {
            threads--;
            return new LaneStep.Leave();
        }
        return new LaneStep.Wait(change(), Duration.between(now, retry.notBefore));
    }

    private List<OutboundRecord> dueRetries(CallBudget budget, Instant now) {
        List<OutboundRecord> due = new ArrayList<>();
        for (OutboundRecord next = retries.peek(); next != null && !next.notBefore.isAfter(now)
                && budget.hasRoom(1, next.size); next = retries.peek()) {
            budget.take(1, next.size);
            due.add(retries.remove());
        }
        return due;
    }

    /** Gives up what waited in vain; in order, what is behind it, too. */
    private void expire(Instant now) {
        for (int i = ready.size(); i > 0; i--) {
            KeyLine line = ready.remove();
            Publication first = line.peek();
            while (first != null && !now.isBefore(first.giveUpAt)) {
                String why = "its time was up before it could be sent";
                end(settings.ordered() ? line.takeAll() : List.of(line.take()), why);
                first = line.peek();
            }
            if (first == null) {
                lines.remove(line.key);
            } else {
                ready.add(line);
            }
        }
    }

    /** The stream's shards, or an empty list where they could not be told. */
    synchronized void learn(List<ShardRange> found, Instant now) {
        shards.learn(found, now);
        changed();
    }

    /** What became of records that were sent; returns those that will be sent again. */
    synchronized List<OutboundRecord> settle(List<OutboundRecord> sent, List<WriteResult> results, Instant now) {
        List<OutboundRecord> again = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            OutboundRecord record = sent.get(i);
            record.attempts++;
            if (results.get(i) instanceof WriteResult.Refused refused) {
                refused(record, refused, now, again);
            } else if (results.get(i) instanceof WriteResult.Accepted accepted) {
                shards.landed(record.shardId, accepted.shardId());
                record.publications.forEach(publication -> end(new Ending(publication, "")));
                record.lines.forEach(this::free);
            }
        }
        changed();
        return again;
    }

    private void refused(OutboundRecord record, WriteResult.Refused refused, Instant now, List<OutboundRecord> again) {
        boolean awaited = record.publications.stream().anyMatch(outstanding::contains);
        Refusals.Verdict verdict = awaited ? refusals.verdict(record, refused, now) : new Refusals.GiveUp(refused.why());
        if (verdict instanceof Refusals.Again wait) {
            record.notBefore = wait.notBefore();
            retries.add(record);
            again.add(record);
        } else if (verdict instanceof Refusals.GiveUp end) {
            end(record.publications, end.why());
            if (settings.ordered()) {
                record.lines
                        .forEach(line -> end(line.takeAll(), "an earlier event of its partition key was not: " + end.why()));
            }
            record.lines.forEach(this::free);
        }
    }

    private void free(KeyLine line) {
        if (!line.busy) {
            dropIfIdle(line);
            return;
        }
        line.busy = false;
        if (line.isEmpty()) {
            lines.remove(line.key);
        } else {
            ready.add(line);
        }
    }

    private void dropIfIdle(KeyLine line) {
        if (line.isEmpty()) {
            lines.remove(line.key, line);
        }
    }

    private void end(List<Publication> publications, String why) {
        publications.forEach(publication -> end(new Ending(publication, why)));
    }

    private void end(Ending ending) {
        if (outstanding.remove(ending.publication())) {
            bytes -= ending.publication().size;
            endings.add(ending);
        }
    }

    /** Gives up all there is; a record under way may still be accepted. */
    synchronized int abandon(String why) {
        int count = outstanding.size();
        lines.values().forEach(line -> end(line.takeAll(), why));
        retries.forEach(record -> record.lines.forEach(line -> line.busy = false));
        retries.clear();
        ready.clear();
        lines.values().removeIf(line -> !line.busy);
        end(List.copyOf(outstanding), why);
        changed();
        return count;
    }

    /** A thread serves the lane no longer, unasked. */
    synchronized void leave() {
        threads--;
    }

    /** What is on its way now. */
    synchronized List<Publication> outstanding() {
        return List.copyOf(outstanding);
    }

    /** What tells the publishers what became of their events; to be run without a lock, once. */
    synchronized List<Ending> endings() {
        if (endings.isEmpty()) {
            return List.of();
        }
        List<Ending> due = endings;
        endings = new ArrayList<>();
        return due;
    }

    private CompletableFuture<Void> change() {
        CompletableFuture<Void> waited = change;
        if (waited == null) {
            waited = new CompletableFuture<>();
            change = waited;
        }
        return waited;
    }

    private void changed() {
        if (change != null) {
            change.complete(null);
            change = null;
        }
    }
}
