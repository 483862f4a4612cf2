package dev.punctual.testkit.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** A standard queue: its messages and settings. Guarded by the service's lock. */
final class Queue {

    private static final Duration PURGE_INTERVAL = Duration.ofSeconds(60);

    private final String name;
    private final String arn;
    private final Instant created;
    private final Map<String, StoredMessage> messages = new HashMap<>();
    private final TreeSet<StoredMessage> byVisibility = new TreeSet<>(
            Comparator.comparing(StoredMessage::visibleAt).thenComparingLong(StoredMessage::order));
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
        put(StoredMessage.sent(id, nextOrder++, request, now, visibleAt));
    }

    /** The next message that can be received, those that retention has run out on are dropped; it stays in the queue. */
    Optional<StoredMessage> nextVisible(Instant now) {
        while (!byVisibility.isEmpty() && !byVisibility.first().visibleAt().isAfter(now)) {
            var message = byVisibility.first();
            if (!isExpired(message, now)) {
                return Optional.of(message);
            }
            remove(message);
        }
        return Optional.empty();
    }

    /** When the next message becomes visible. */
    Optional<Instant> nextVisibleAt() {
        return byVisibility.isEmpty() ? Optional.empty() : Optional.of(byVisibility.first().visibleAt());
    }

    StoredMessage receive(StoredMessage message, Duration hidden, String receipt, Instant now) {
        var received = message.received(nextOrder++, now, now.plus(hidden), receipt);
        put(received);
        return received;
    }

    boolean isGivenUp(StoredMessage message) {
        return settings.redrivePolicy().filter(policy -> message.receiveCount() >= policy.maxReceiveCount()).isPresent();
    }

    void moveTo(Queue deadLetters, StoredMessage message, Instant now) {
        remove(message);
        deadLetters.put(message.movedFrom(arn, deadLetters.nextOrder++, now));
    }

    /** Deletes what the handle names, if it is that message's most recent one; else does nothing, as AWS documents. */
    void delete(ReceiptHandle handle) {
        find(handle).ifPresent(this::remove);
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
        put(message.hiddenUntil(now.plus(timeout)));
    }

    void purge(Instant now) {
        if (purged != null && now.isBefore(purged.plus(PURGE_INTERVAL))) {
            throw new SqsException.PurgeQueueInProgress(
                    "Only one PurgeQueue operation on " + name + " is allowed every " + PURGE_INTERVAL.toSeconds()
                            + " seconds.");
        }
        purged = now;
        messages.clear();
        byVisibility.clear();
    }

    Map<String, String> attributes(Instant now) {
        List.copyOf(messages.values()).stream().filter(message -> isExpired(message, now)).forEach(this::remove);
        var all = new TreeMap<>(settings.attributes());
        all.put("QueueArn", arn);
        all.put("CreatedTimestamp", Long.toString(created.getEpochSecond()));
        all.put("LastModifiedTimestamp", Long.toString(modified.getEpochSecond()));
        all.put("ApproximateNumberOfMessages", count(message -> !message.visibleAt().isAfter(now)));
        all.put("ApproximateNumberOfMessagesNotVisible", count(message -> message.isInFlight(now)));
        all.put("ApproximateNumberOfMessagesDelayed", count(message -> message.isDelayed(now)));
        return all;
    }

    private String count(Predicate<StoredMessage> which) {
        return Long.toString(messages.values().stream().filter(which).count());
    }

    private Optional<StoredMessage> find(ReceiptHandle handle) {
        return Optional.ofNullable(messages.get(handle.messageId()))
                .filter(message -> message.receipt().filter(handle.receipt()::equals).isPresent());
    }

    private boolean isExpired(StoredMessage message, Instant now) {
        return !message.sent().plus(settings.retention()).isAfter(now);
    }

    private void put(StoredMessage message) {
        var former = messages.put(message.id(), message);
        if (former != null) {
            byVisibility.remove(former);
        }
        byVisibility.add(message);
    }

    private void remove(StoredMessage message) {
        messages.remove(message.id());
        byVisibility.remove(message);
    }
}
