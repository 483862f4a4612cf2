package dev.punctual.testkit.objects;

import java.time.Duration;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.time.Scheduler;

/**
 * Tells a queue of the objects that are put into a bucket, as S3's event notifications do: a test event first, then one message
 * an object, in any order, again each second while the queue refuses it.
 */
public final class BucketNotification {

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final QueueService queues;
    private final String queue;
    private final Scheduler scheduler;

    private BucketNotification(QueueService queues, String queue, Scheduler scheduler) {
        this.queues = queues;
        this.queue = queue;
        this.scheduler = scheduler;
    }

    /**
     * Starts to tell a queue, for as long as the bucket exists.
     *
     * @param prefix of the keys it is told of; empty for all
     * @param scheduler waits before a message is sent again
     */
    public static void toQueue(ObjectService objects, String bucket, String prefix, QueueService queues, String queue,
            Scheduler scheduler) {
        var notification = new BucketNotification(queues, queue, scheduler);
        objects.onCreated(bucket, created -> {
            if (created.object().key().startsWith(prefix)) {
                notification.send(NotificationJson.created(created, objects.location().region()));
            }
        });
        notification.send(NotificationJson.test(bucket, scheduler.instant()));
    }

    private void send(String message) {
        try {
            queues.sendMessage(queue, SendRequest.of(message));
        } catch (AwsException e) {
            scheduler.schedule(AGAIN, () -> send(message));
        }
    }
}
