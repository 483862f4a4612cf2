package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.punctual.testkit.mapping.event.LambdaEvent;

/** Gathers messages into batches: by size, by what fits into one event, or by time. Guarded by the mapping's lock. */
final class Gathering {

    private final int batchSize;
    private final Duration window;
    private final List<GatheredMessage> messages = new ArrayList<>();

    Gathering(int batchSize, Duration window) {
        this.batchSize = batchSize;
        this.window = window;
    }

    void add(List<GatheredMessage> more) {
        messages.addAll(more);
    }

    void clear() {
        messages.clear();
    }

    int size() {
        return messages.size();
    }

    /** How many more messages the batch takes. */
    int room() {
        return Math.max(0, batchSize - messages.size());
    }

    boolean isReady(Instant now) {
        return !messages.isEmpty() && (candidates().size() == batchSize || candidates().size() < messages.size()
                || untilReady(now).isEmpty());
    }

    /** How long the window of what is gathered stays open; empty when it is over or nothing is gathered. */
    Optional<Duration> untilReady(Instant now) {
        return messages.stream().findFirst().map(first -> Duration.between(now, first.received().plus(window)))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    List<GatheredMessage> cut() {
        var candidates = candidates();
        var batch = List.copyOf(candidates);
        candidates.clear();
        return batch;
    }

    private List<GatheredMessage> candidates() {
        var most = messages.subList(0, Math.min(messages.size(), batchSize));
        return most.subList(0, LambdaEvent.fitting(most.stream().map(GatheredMessage::json).toList()));
    }
}
