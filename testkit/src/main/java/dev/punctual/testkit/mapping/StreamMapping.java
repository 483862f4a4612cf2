package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.aws.RandomIds;
import dev.punctual.testkit.lambda.LambdaFunction;
import dev.punctual.testkit.objects.ObjectService;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.stream.StreamService;
import dev.punctual.testkit.time.Scheduler;

/**
 * An event source mapping from a Kinesis stream to a function, as Lambda runs it.
 *
 * <p>
 * Each shard is read about once a second; its records are sent in order, one invocation at a time (per lane, with a
 * parallelization factor), and a batch that fails blocks those behind it until it succeeds or is given up. Thread-safe;
 * never blocks.
 */
public final class StreamMapping {

    private final Object lock = new Object();
    private final Tally tally = new Tally();
    private final StreamMappingSettings settings;
    private final StreamService streams;
    private final GuardedScheduler scheduler;
    private final ShardReaders readers;
    private Duration retention = Duration.ofHours(24);
    private Scheduler.@Nullable Task tick;
    private boolean running;

    /**
     * @param queues hold the on-failure destination
     * @param random draws the request ids that the destination is told
     */
    public StreamMapping(StreamMappingSettings settings, StreamService streams, QueueService queues, LambdaFunction function,
            Scheduler scheduler, RandomGenerator random) {
        this(settings, streams, new Destinations(queues, Optional.empty()), function, scheduler, random);
    }

    /**
     * @param queues hold the on-failure destination if it is a queue
     * @param objects hold it if it is a bucket
     * @param random draws the request ids that the destination is told, and what its objects are named by
     */
    public StreamMapping(StreamMappingSettings settings, StreamService streams, QueueService queues, ObjectService objects,
            LambdaFunction function, Scheduler scheduler, RandomGenerator random) {
        this(settings, streams, new Destinations(queues, Optional.of(objects)), function, scheduler, random);
    }

    private StreamMapping(StreamMappingSettings settings, StreamService streams, Destinations destinations,
            LambdaFunction function, Scheduler scheduler, RandomGenerator random) {
        this.settings = settings;
        this.streams = streams;
        this.scheduler = new GuardedScheduler(scheduler, lock);
        var destination = new DiscardDestination(this.scheduler, destinations, settings, new RandomIds(random), tally);
        var context = new LaneContext(settings, this.scheduler, StreamRetryRules.of(settings),
                new Invoker(this.scheduler, function), destination, tally, () -> running, () -> retention);
        this.readers = new ShardReaders(context, streams);
    }

    /** Starts to read, or goes on where it was stopped; does nothing while running. */
    public void start() {
        synchronized (lock) {
            if (!running) {
                running = true;
                tick = scheduler.schedule(Duration.ZERO, this::tick);
                readers.resume();
            }
        }
    }

    /** Reads and invokes no more; invocations in flight end, and their outcome counts. */
    public void stop() {
        synchronized (lock) {
            running = false;
            if (tick != null) {
                tick.cancel();
                tick = null;
            }
        }
    }

    /** How far the mapping has come. */
    public MappingProgress progress() {
        synchronized (lock) {
            return tally.progress(readers.buffered());
        }
    }

    private void tick() {
        if (!running) {
            return;
        }
        try {
            var stream = streams.describeStream(settings.stream());
            retention = stream.retention();
            readers.discover(stream.shards());
        } catch (AwsException e) {
            tally.refused(e);
        }
        readers.poll();
        tick = scheduler.schedule(settings.pollInterval(), this::tick);
    }
}
