package dev.punctual.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a thread that serves a lane is to do next. */
sealed interface LaneStep {

    /** Send records, and settle them. */
    record Send(List<OutboundRecord> records) implements LaneStep {
    }

    /** Ask for the stream's shards, and tell the lane. */
    record LearnShards() implements LaneStep {
    }

    /** Wait until there may be something to do, and ask again. */
    record Wait(CompletableFuture<Void> signal, Duration atMost) implements LaneStep {
    }

    /** Nothing is left; the thread serves the lane no longer. */
    record Leave() implements LaneStep {
    }
}
