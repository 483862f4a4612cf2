package dev.punctual.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What the ledger holds of one partition key for one handler whose events are ordered.
 *
 * @param key the source, the partition key and the handler's id
 * @param token unique to the write that made the entry
 * @param lastApplied the highest position that was handled, where late events are superseded; else an empty string
 * @param waiting the parked events that are not known to be over, by position
 */
public record KeyEntry(String key, String token, String lastApplied, List<Waiter> waiting) implements LedgerItem {

    private static final Comparator<Waiter> BY_POSITION = Comparator.comparing(Waiter::position, SequenceOrder.ASCENDING);

    /** Copies the list. */
    public KeyEntry {
        waiting = List.copyOf(waiting);
    }

    /** The entry of a key that the ledger does not know. */
    public static KeyEntry unknown(String key) {
        return new KeyEntry(key, "", "", List.of());
    }

    /**
     * Those that an event has to wait for. An event that was put twice has the place of the first, and does not wait for
     * itself.
     */
    public List<Waiter> before(Waiter event) {
        String first = waiting.stream().filter(event::isSameEvent).map(Waiter::position)
                .filter(place -> SequenceOrder.isBefore(place, event.position())).findFirst()
                .orElse(event.position());
        return waiting.stream()
                .filter(waiter -> SequenceOrder.isBefore(waiter.position(), first) && !event.isSameEvent(waiter))
                .toList();
    }

    /** Whether a later event was handled. */
    public boolean hasApplied(String position) {
        return !lastApplied.isEmpty() && SequenceOrder.isBefore(position, lastApplied);
    }

    /** With one more that others have to wait for; the same where it is known already. */
    public KeyEntry with(Waiter waiter) {
        if (waiting.stream().anyMatch(other -> waiter.isSameEvent(other)
                && !SequenceOrder.isBefore(waiter.position(), other.position()))) {
            return this;
        }
        List<Waiter> all = new ArrayList<>(without(List.of(waiter)).waiting());
        all.add(waiter);
        all.sort(BY_POSITION);
        return new KeyEntry(key, token, lastApplied, all);
    }

    /** Without those that are over; the same where none of them is known. */
    public KeyEntry without(Collection<Waiter> over) {
        List<Waiter> left = waiting.stream().filter(waiter -> over.stream().noneMatch(waiter::isSameEvent)).toList();
        return left.size() == waiting.size() ? this : new KeyEntry(key, token, lastApplied, left);
    }

    /** With an event applied; the same where a later one was. */
    public KeyEntry applied(String position) {
        boolean later = lastApplied.isEmpty() || SequenceOrder.isBefore(lastApplied, position);
        return later ? new KeyEntry(key, token, position, waiting) : this;
    }

    /** As it is to be written next. */
    public KeyEntry renewed(String newToken) {
        return new KeyEntry(key, newToken, lastApplied, waiting);
    }
}
