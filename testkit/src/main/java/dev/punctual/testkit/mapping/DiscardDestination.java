package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.aws.RandomIds;
import dev.punctual.testkit.mapping.event.DiscardedBatch;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.SendRequest;

/** Tells the on-failure queue of a discarded batch, again and again until it takes the report. */
final class DiscardDestination {

    private static final String OPERATION = "SendMessage";

    private final GuardedScheduler scheduler;
    private final QueueService queues;
    private final StreamMappingSettings settings;
    private final RandomIds ids;
    private final Tally tally;

    DiscardDestination(GuardedScheduler scheduler, QueueService queues, StreamMappingSettings settings, RandomIds ids,
            Tally tally) {
        this.scheduler = scheduler;
        this.queues = queues;
        this.settings = settings;
        this.ids = ids;
        this.tally = tally;
    }

    /** @param then runs when the queue has the report, or at once if there is no queue */
    void tell(String shardId, String condition, StreamBatch batch, Optional<String> functionError, Runnable then) {
        tally.discarded(batch.size());
        if (settings.onFailureQueue().isEmpty()) {
            then.run();
            return;
        }
        var location = queues.location();
        var report = new DiscardedBatch(ids.uuid(), location.functionArn(settings.function()), condition, batch.invocations(),
                functionError, scheduler.instant(), shardId, location.streamArn(settings.stream()), batch.content());
        send(settings.onFailureQueue().get(), SendRequest.of(report.toJson()), 1, then);
    }

    private void send(String queue, SendRequest request, int attempt, Runnable then) {
        scheduler.after(queues.latency(OPERATION, queue), () -> {
            try {
                queues.sendMessage(queue, request);
            } catch (AwsException e) {
                tally.refused(e);
                Duration delay = settings.backoff().after(attempt);
                scheduler.schedule(delay, () -> send(queue, request, attempt + 1, then));
                return;
            }
            then.run();
        });
    }
}
