package dev.punctual.testkit.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** A standard queue: its messages and settings. Guarded by the service's lock. */
final class Queue {

    private static final Duration PURGE_INTERVAL = Duration.ofSeconds(60);

    private final String name;
    private final String arn;
    private final Instant created;
    private final Messages messages = new Messages();
    private QueueSettings settings;
    private Instant modified;
    private @Nullable Instant purged;
    private long nextOrder;

    Queue(String name, String arn, QueueSettings settings, Instant now) {
        this.name = name;
        this.arn = arn;
        this.settings = settings;
        this.created = now;
        this.modified = now;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    QueueSettings settings() {
        return settings;
    }

    void settings(QueueSettings settings, Instant now) {
        this.settings = settings;
        this.modified = now;
    }

    void send(String id, SendRequest request, Instant now) {
        var visibleAt = now.plus(request.delay().orElse(settings.delay()));
        messages.put(StoredMessage.sent(id, nextOrder++, request, now, visibleAt), now);
    }

    /** The next message that can be received, those that retention has run out on are dropped; it stays in the queue. */
    Optional<StoredMessage> nextVisible(Instant now) {
        messages.expire(settings.retention(), now);
        return messages.firstVisible(now);
    }

    /** When the next of the messages that are not visible now becomes so. */
    Optional<Instant> nextVisibleAt(Instant now) {
        return messages.nextVisibleAt(now);
    }

    /** How many messages are received and neither deleted nor visible again. */
    int inFlight(Instant now) {
        messages.expire(settings.retention(), now);
        return messages.counts(now).inFlight();
    }

    StoredMessage receive(StoredMessage message, Duration hidden, String receipt, Instant now) {
        var received = message.received(nextOrder++, now, now.plus(hidden), receipt);
        messages.put(received, now);
        return received;
    }

    boolean isGivenUp(StoredMessage message) {
        return settings.redrivePolicy().filter(policy -> message.receiveCount() >= policy.maxReceiveCount()).isPresent();
    }

    void moveTo(Queue deadLetters, StoredMessage message, Instant now) {
        messages.remove(message);
        deadLetters.messages.put(message.movedFrom(arn, deadLetters.nextOrder++, now), now);
    }

    /** Deletes what the handle names, if it is that message's most recent one; else does nothing, as AWS documents. */
    void delete(ReceiptHandle handle) {
        find(handle).ifPresent(messages::remove);
    }

    void changeVisibility(ReceiptHandle handle, Duration timeout, Instant now) {
        var message = find(handle).filter(found -> found.isInFlight(now))
                .orElseThrow(() -> new SqsException.MessageNotInflight("Message " + handle.messageId() + " in queue " + name
                        + " is not in flight for this receipt handle: it was deleted, became visible or was received again."));
        var received = message.lastReceived().orElse(now);
        if (now.plus(timeout).isAfter(received.plus(Seconds.MAXIMUM_VISIBILITY))) {
            throw new SqsException.InvalidParameterValue("Total VisibilityTimeout for the message is beyond the limit ["
                    + Seconds.MAXIMUM_VISIBILITY.toSeconds() + " seconds] since it was received.");
        }
        messages.put(message.hiddenUntil(now.plus(timeout)), now);
    }

    void purge(Instant now) {
        if (purged != null && now.isBefore(purged.plus(PURGE_INTERVAL))) {
            throw new SqsException.PurgeQueueInProgress(
                    "Only one PurgeQueue operation on " + name + " is allowed every " + PURGE_INTERVAL.toSeconds()
                            + " seconds.");
        }
        purged = now;
        messages.clear();
    }

    Map<String, String> attributes(Instant now) {
        messages.expire(settings.retention(), now);
        var counts = messages.counts(now);
        var all = new TreeMap<>(settings.attributes());
        all.put("QueueArn", arn);
        all.put("CreatedTimestamp", Long.toString(created.getEpochSecond()));
        all.put("LastModifiedTimestamp", Long.toString(modified.getEpochSecond()));
        all.put("ApproximateNumberOfMessages", Integer.toString(counts.visible()));
        all.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()));
        all.put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()));
        return all;
    }

    private Optional<StoredMessage> find(ReceiptHandle handle) {
        return messages.find(handle.messageId())
                .filter(message -> message.receipt().filter(handle.receipt()::equals).isPresent());
    }
}
