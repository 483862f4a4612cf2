package dev.punctual.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes events to streams; safe for use by several threads. */
public interface Transport {

    /** An event under way, and what completes once its fate is known: exceptionally where it was given up. */
    record UnderWay(String id, CompletableFuture<Void> done) {
    }

    /**
     * Takes an event in; waits while the buffer is full.
     *
     * @param latest when it must be given up, if the stream's own timeout is not over before
     * @throws dev.punctual.PublishException if there was no room in time, or the event is larger than a record may be
     */
    UnderWay send(String stream, OutboundEvent event, Instant latest);

    /** What is under way now, to any stream. */
    List<UnderWay> underWay();

    /**
     * Waits until events are accepted or given up.
     *
     * @return whether all of them are
     */
    boolean await(List<UnderWay> events, Duration atMost);

    /** Gives up whatever is under way, and says so to its publishers; returns how many events there were. */
    int abandon(String why);
}
