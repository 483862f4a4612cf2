package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.aws.RandomIds;
import dev.punctual.testkit.mapping.event.DiscardedBatch;
import dev.punctual.testkit.objects.PutObject;
import dev.punctual.testkit.queue.SendRequest;

/** Tells the on-failure queue or bucket of a discarded batch, again and again until it takes the report. */
final class DiscardDestination {

    private final GuardedScheduler scheduler;
    private final Destinations destinations;
    private final StreamMappingSettings settings;
    private final RandomIds ids;
    private final Optional<DiscardBucket> names;
    private final Tally tally;

    DiscardDestination(GuardedScheduler scheduler, Destinations destinations, StreamMappingSettings settings, RandomIds ids,
            Tally tally) {
        this.scheduler = scheduler;
        this.destinations = destinations.checked(settings);
        this.settings = settings;
        this.ids = ids;
        this.names = settings.onFailureBucket().map(bucket -> new DiscardBucket(ids.uuid(), ids));
        this.tally = tally;
    }

    /** @param then runs when the destination has the report, or at once if there is none */
    void tell(String shardId, String condition, StreamBatch batch, Optional<String> functionError, Runnable then) {
        tally.discarded(batch.size());
        if (settings.onFailureQueue().isEmpty() && names.isEmpty()) {
            then.run();
            return;
        }
        var location = destinations.queues().location();
        var report = new DiscardedBatch(ids.uuid(), location.functionArn(settings.function()), condition, batch.invocations(),
                functionError, scheduler.instant(), shardId, location.streamArn(settings.stream()), batch.content());
        var delivery = names.map(bucket -> toBucket(bucket.key(shardId, scheduler.instant()), report, batch))
                .orElseGet(() -> toQueue(report));
        send(delivery, 1, then);
    }

    private Delivery toQueue(DiscardedBatch report) {
        var queue = settings.onFailureQueue().orElseThrow();
        var queues = destinations.queues();
        var request = SendRequest.of(report.toJson());
        return new Delivery(() -> queues.latency("SendMessage", queue), () -> queues.sendMessage(queue, request));
    }

    private Delivery toBucket(String key, DiscardedBatch report, StreamBatch batch) {
        var bucket = settings.onFailureBucket().orElseThrow();
        var objects = destinations.objects().orElseThrow();
        var request = PutObject.json(bucket, key, report.toJsonWith(batch.event()));
        return new Delivery(() -> objects.latency("PutObject", bucket + "/" + key), () -> objects.putObject(request));
    }

    private void send(Delivery delivery, int attempt, Runnable then) {
        scheduler.after(delivery.latency().get(), () -> {
            try {
                delivery.send().run();
            } catch (AwsException e) {
                tally.refused(e);
                Duration delay = settings.backoff().after(attempt);
                scheduler.schedule(delay, () -> send(delivery, attempt + 1, then));
                return;
            }
            then.run();
        });
    }

    /** A report on its way; it may be sent more than once. */
    private record Delivery(Supplier<Duration> latency, Runnable send) {
    }
}
