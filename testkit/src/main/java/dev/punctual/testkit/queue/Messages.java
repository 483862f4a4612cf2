package dev.punctual.testkit.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The messages of a queue, sorted so that no operation looks at all of them: those that are visible, in flight and delayed
 * apart,
 * each by when they become visible, and all by their age. Guarded by the service's lock.
 */
final class Messages {

    private static final Comparator<StoredMessage> VISIBLE_FIRST = Comparator.comparing(StoredMessage::visibleAt)
            .thenComparingLong(StoredMessage::order);
    private static final Comparator<StoredMessage> OLDEST_FIRST = Comparator
            .comparing((StoredMessage message) -> message.sent())
            .thenComparing(StoredMessage::id);

    private final Map<String, StoredMessage> byId = new HashMap<>();
    private final TreeSet<StoredMessage> byAge = new TreeSet<>(OLDEST_FIRST);
    private final TreeSet<StoredMessage> visible = new TreeSet<>(VISIBLE_FIRST);
    private final TreeSet<StoredMessage> inFlight = new TreeSet<>(VISIBLE_FIRST);
    private final TreeSet<StoredMessage> delayed = new TreeSet<>(VISIBLE_FIRST);

    Optional<StoredMessage> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Adds a message, or puts it in the place of the one with its id. */
    void put(StoredMessage message, Instant now) {
        find(message.id()).ifPresent(this::remove);
        byId.put(message.id(), message);
        byAge.add(message);
        shelf(message, now).add(message);
    }

    void remove(StoredMessage message) {
        byId.remove(message.id());
        byAge.remove(message);
        shelves().forEach(shelf -> shelf.remove(message));
    }

    void clear() {
        byId.clear();
        byAge.clear();
        shelves().forEach(Collection::clear);
    }

    /** Drops the messages that have been kept this long. */
    void expire(Duration retention, Instant now) {
        while (!byAge.isEmpty() && !byAge.first().sent().plus(retention).isAfter(now)) {
            remove(byAge.first());
        }
    }

    Optional<StoredMessage> firstVisible(Instant now) {
        settle(now);
        return visible.isEmpty() ? Optional.empty() : Optional.of(visible.first());
    }

    /** When the next of the messages that are not visible now becomes so. */
    Optional<Instant> nextVisibleAt(Instant now) {
        settle(now);
        return Stream.of(inFlight, delayed).filter(shelf -> !shelf.isEmpty()).map(shelf -> shelf.first().visibleAt())
                .min(Instant::compareTo);
    }

    Counts counts(Instant now) {
        settle(now);
        return new Counts(visible.size(), inFlight.size(), delayed.size());
    }

    /** Moves those whose time has come to the visible ones. */
    private void settle(Instant now) {
        for (var hidden : List.of(inFlight, delayed)) {
            while (!hidden.isEmpty() && !hidden.first().visibleAt().isAfter(now)) {
                visible.add(hidden.pollFirst());
            }
        }
    }

    private TreeSet<StoredMessage> shelf(StoredMessage message, Instant now) {
        return message.isInFlight(now) ? inFlight : message.isDelayed(now) ? delayed : visible;
    }

    private Stream<TreeSet<StoredMessage>> shelves() {
        return Stream.of(visible, inFlight, delayed);
    }

    /** How many messages are in which state. */
    record Counts(int visible, int inFlight, int delayed) {
    }
}
