package dev.punctual.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.WriteResult;

/** A lane whose threads are steps in virtual time: each call to the stream takes a while, so several are under way. */
final class VirtualLane {

    /** What a thread does until an instant, or until a signal comes. */
    private record Busy(Instant until, @Nullable CompletableFuture<Void> signal, Runnable then) {
    }

    final StreamLane lane;
    private final FakeStream stream;
    private final Supplier<Duration> latency;
    private final List<Busy> threads = new ArrayList<>();
    Instant now = Instant.EPOCH;

    VirtualLane(StreamSettings settings, FakeStream stream, RandomGenerator random, Supplier<Duration> latency) {
        this.lane = new StreamLane(settings, random);
        this.stream = stream;
        this.latency = latency;
    }

    /** Offers an event; false where the buffer is full. */
    boolean offer(Publication publication) {
        Admission admission = lane.offer(publication);
        if (admission instanceof Admission.Admitted admitted && admitted.needsThread()) {
            step();
        }
        wake();
        return admission instanceof Admission.Admitted;
    }

    private void step() {
        LaneStep step = lane.next(now);
        lane.endings().forEach(StreamLane.Ending::tell);
        if (step instanceof LaneStep.Send send) {
            threads.add(new Busy(now.plus(latency.get()), null, () -> answer(send.records())));
        } else if (step instanceof LaneStep.LearnShards) {
            threads.add(new Busy(now.plus(latency.get()), null, () -> lane.learn(stream.shards("s"), now)));
        } else if (step instanceof LaneStep.Wait wait) {
            threads.add(new Busy(now.plus(wait.atMost()), wait.signal(), () -> {
            }));
        }
    }

    private void answer(List<OutboundRecord> records) {
        List<WriteResult> results;
        try {
            results = stream.write("s", records.stream().map(record -> record.entry).toList());
        } catch (IllegalStateException e) {
            results = records.stream().<WriteResult> map(record -> FakeStream.THROTTLED).toList();
        }
        lane.settle(records, results, now);
    }

    private void wake() {
        for (Busy thread : List.copyOf(threads)) {
            if (thread.signal() != null && thread.signal().isDone() && threads.remove(thread)) {
                step();
            }
        }
    }

    void advance(Duration duration) {
        Instant end = now.plus(duration);
        for (Busy next = next(); next != null && !next.until().isAfter(end); next = next()) {
            threads.remove(next);
            now = next.until();
            next.then().run();
            step();
            wake();
        }
        now = end;
    }

    private @Nullable Busy next() {
        return threads.stream().min((one, other) -> one.until().compareTo(other.until())).orElse(null);
    }

    boolean isIdle() {
        return threads.isEmpty();
    }
}
