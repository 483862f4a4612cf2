package dev.punctual.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import dev.punctual.PublishException;
import dev.punctual.spi.PublishListener;
import dev.punctual.spi.StreamWriter;

/** A lane for each stream, and threads that serve them, made on first need. */
public final class StreamTransport implements Transport {

    /**
     * The world around it.
     *
     * @param executor runs what serves a lane; two threads for each stream at most. One that runs tasks in the calling thread
     *        will do
     */
    public record Surroundings(InstantSource clock, RandomGenerator random, Executor executor, Waiting waiting) {
    }

    private final Function<String, StreamSettings> settings;
    private final StreamWriter writer;
    private final PublishListener listener;
    private final Surroundings around;
    private final Map<String, Served> lanes = new ConcurrentHashMap<>();

    private record Served(StreamSettings settings, StreamLane lane, LaneServer server) {
    }

    /**
     * @param settings of a stream, by its name; asked once for each
     */
    public StreamTransport(Function<String, StreamSettings> settings, StreamWriter writer, PublishListener listener,
            Surroundings around) {
        this.settings = settings;
        this.writer = writer;
        this.listener = new SafePublishListener(listener);
        this.around = around;
    }

    @Override
    public UnderWay send(String stream, OutboundEvent event, Instant latest) {
        Served served = lanes.computeIfAbsent(stream, this::open);
        Instant timeout = around.clock().instant().plus(served.settings().timeout());
        Publication publication = new Publication(event, timeout.isBefore(latest) ? timeout : latest);
        if (publication.size > served.settings().maxRecord()) {
            throw refused(event, "it has " + publication.size + " bytes with its partition key, and a record of " + stream
                    + " may have " + served.settings().maxRecord() + "; make it smaller, compress it, or let the stream take"
                    + " larger records and raise max-record-size");
        }
        admit(stream, served, publication);
        return new UnderWay(event.id(), publication.done);
    }

    private void admit(String stream, Served served, Publication publication) {
        Admission admission = served.lane().offer(publication);
        while (admission instanceof Admission.Full full) {
            Duration left = Duration.between(around.clock().instant(), publication.giveUpAt);
            if (left.isNegative() || left.isZero()) {
                throw refused(publication.event, "the buffer of " + stream + " stayed full");
            }
            pause(full, left, publication.event);
            admission = served.lane().offer(publication);
        }
        if (admission instanceof Admission.Admitted admitted && admitted.needsThread()) {
            start(served);
        }
    }

    private void pause(Admission.Full full, Duration atMost, OutboundEvent event) {
        try {
            around.waiting().await(full.room(), atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(event, "its thread was interrupted while it waited for room in the buffer");
        }
    }

    private void start(Served served) {
        try {
            around.executor().execute(served.server());
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            served.server().notStarted("no thread could be had to publish (" + e.getClass().getSimpleName() + ")");
        }
    }

    private Served open(String stream) {
        StreamSettings chosen = settings.apply(stream);
        StreamLane lane = new StreamLane(chosen, around.random());
        return new Served(chosen, lane, new LaneServer(stream, lane, writer, listener, around));
    }

    private static PublishException refused(OutboundEvent event, String why) {
        return new PublishException("event " + event.id() + " was not published: " + why, List.of(), List.of(event.id()));
    }

    @Override
    public List<UnderWay> underWay() {
        return lanes.values().stream().flatMap(served -> served.lane().outstanding().stream())
                .map(publication -> new UnderWay(publication.event.id(), publication.done)).toList();
    }

    @Override
    public boolean await(List<UnderWay> events, Duration atMost) {
        Instant end = around.clock().instant().plus(atMost);
        try {
            for (UnderWay event : events) {
                Duration left = Duration.between(around.clock().instant(), end);
                if (!event.done().isDone() && !left.isNegative()) {
                    around.waiting().await(event.done(), left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return events.stream().allMatch(event -> event.done().isDone());
    }

    @Override
    public int abandon(String why) {
        return lanes.values().stream().mapToInt(served -> served.server().abandon(why)).sum();
    }
}
