package dev.punctual.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jboss.logging.Logger;

import dev.punctual.publish.StreamTransport.Surroundings;
import dev.punctual.spi.PublishListener;
import dev.punctual.spi.ShardRange;
import dev.punctual.spi.StreamEntry;
import dev.punctual.spi.StreamWriter;
import dev.punctual.spi.WriteResult;

/** Does what a lane asks for until nothing is left; run by each of the threads that serve the lane. */
final class LaneServer implements Runnable {

    private static final Logger LOG = Logger.getLogger(LaneServer.class);

    private final String stream;
    private final StreamLane lane;
    private final StreamWriter writer;
    private final PublishListener listener;
    private final Surroundings around;

    LaneServer(String stream, StreamLane lane, StreamWriter writer, PublishListener listener, Surroundings around) {
        this.stream = stream;
        this.lane = lane;
        this.writer = writer;
        this.listener = listener;
        this.around = around;
    }

    @Override
    public void run() {
        boolean left = false;
        try {
            while (!left) {
                left = step(lane.next(now()));
                tell();
            }
        } catch (InterruptedException e) {
            // Whoever interrupts this thread, ends the application.
            Thread.currentThread().interrupt();
        } finally {
            if (!left) {
                notStarted("the publisher was closed");
            }
        }
    }

    /** Whether nothing is left to do. */
    private boolean step(LaneStep step) throws InterruptedException {
        if (step instanceof LaneStep.Send send) {
            send(send.records());
        } else if (step instanceof LaneStep.LearnShards) {
            lane.learn(shards(), now());
        } else if (step instanceof LaneStep.Wait wait) {
            around.waiting().await(wait.signal(), wait.atMost());
        }
        return step instanceof LaneStep.Leave;
    }

    private void send(List<OutboundRecord> records) {
        List<WriteResult> results = write(records.stream().map(record -> record.entry).toList());
        List<OutboundRecord> again = lane.settle(records, results, now());
        again.forEach(record -> listener.retried(stream, record.publications.size()));
        for (int i = 0; i < records.size(); i++) {
            OutboundRecord record = records.get(i);
            if (results.get(i) instanceof WriteResult.Accepted) {
                listener.accepted(stream, record.bill());
            }
        }
    }

    // A writer may throw anything, Errors too, and whatever it is, its records may go again.
    private List<WriteResult> write(List<StreamEntry> entries) {
        try {
            List<WriteResult> results = writer.write(stream, entries);
            return results.size() == entries.size() ? results
                    : refused(entries, results.size() + " answers came for " + entries.size() + " records");
        } catch (RuntimeException | Error e) {
            LOG.debugf(e, "A call to %s failed", stream);
            return refused(entries, "the call failed with " + e.getClass().getName());
        }
    }

    private static List<WriteResult> refused(List<StreamEntry> entries, String why) {
        return Collections.nCopies(entries.size(), new WriteResult.Refused(why, true));
    }

    private List<ShardRange> shards() {
        try {
            return writer.shards(stream);
        } catch (RuntimeException | Error e) {
            LOG.warnf(e, "The shards of %s cannot be told; until they can, only events of one key share a record", stream);
            return List.of();
        }
    }

    private void tell() {
        List<StreamLane.Ending> endings = new ArrayList<>(lane.endings());
        int failed = (int) endings.stream().filter(StreamLane.Ending::isFailure).count();
        if (failed > 0) {
            listener.failed(stream, failed);
        }
        endings.forEach(StreamLane.Ending::tell);
    }

    /** No thread serves the lane in this one's place. */
    void notStarted(String why) {
        lane.leave();
        abandon(why);
    }

    /** Gives up all events of the lane; returns how many there were. */
    int abandon(String why) {
        int events = lane.abandon(why);
        tell();
        return events;
    }

    private Instant now() {
        return around.clock().instant();
    }
}
