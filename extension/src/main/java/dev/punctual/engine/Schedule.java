package dev.punctual.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The deliveries of a batch that nobody works on: those that are ready for an attempt, those that must be claimed first,
 * those that wait in place, and suspects; safe for use by several threads.
 *
 * <p>
 * A suspect is an event whose process died with it. It runs alone, after everything else, so that it takes nobody with it.
 */
final class Schedule {

    // Guarded by this.
    private final Deque<Delivery> ready = new ArrayDeque<>();
    private final Deque<Delivery> unclaimed = new ArrayDeque<>();
    private final PriorityQueue<Delivery> later = new PriorityQueue<>(Schedule::order);
    private final Deque<Delivery> suspects = new ArrayDeque<>();
    private @Nullable Delivery alone;
    private boolean closed;

    private static int order(Delivery one, Delivery other) {
        int byTime = one.readyAt.compareTo(other.readyAt);
        return byTime == 0 ? Integer.compare(one.item, other.item) : byTime;
    }

    /** Adds one that is ready now, to be claimed first if it must be; returns whether it was not too late for that. */
    synchronized boolean add(Delivery delivery) {
        return !closed && (delivery.mustBeClaimed() ? unclaimed : ready).add(delivery);
    }

    /** Adds one that is ready later; returns whether it was not too late for that. */
    synchronized boolean add(Delivery delivery, Instant readyAt) {
        if (delivery == alone && delivery.mustBeClaimed()) {
            // It waits for another owner; nobody need wait with it.
            alone = null;
            delivery.suspect = false;
        }
        delivery.readyAt = readyAt;
        return !closed && later.add(delivery);
    }

    synchronized boolean addSuspect(Delivery delivery) {
        return !closed && suspects.add(delivery);
    }

    private void wake(Instant now) {
        for (Delivery first = later.peek(); first != null && !first.readyAt.isAfter(now); first = later.peek()) {
            later.remove();
            add(first);
        }
    }

    /** Takes the next that is ready. While a suspect runs, nobody else does. */
    synchronized @Nullable Delivery takeReady(Instant now) {
        if (closed) {
            return null;
        }
        if (!later.isEmpty()) {
            wake(now);
        }
        if (alone == null) {
            return ready.poll();
        }
        return ready.remove(alone) ? alone : null;
    }

    synchronized int countReady(Instant now) {
        wake(now);
        return alone == null ? ready.size() : ready.contains(alone) ? 1 : 0;
    }

    /** Takes those that are to be claimed, no more than asked for. */
    synchronized List<Delivery> takeUnclaimed(int atMost) {
        List<Delivery> taken = new ArrayList<>();
        while (!closed && taken.size() < atMost && mayBeClaimed()) {
            taken.add(unclaimed.remove());
        }
        return taken;
    }

    /** While a suspect has the place to itself, nobody else is claimed: he would be taken with it. */
    private boolean mayBeClaimed() {
        Delivery first = unclaimed.peek();
        return first != null && (alone == null || first == alone);
    }

    /** Takes a suspect, if nobody else is ready or waits for a next attempt; it has the place to itself until {@link #done}. */
    synchronized @Nullable Delivery takeSuspect() {
        if (closed || alone != null || !ready.isEmpty() || !unclaimed.isEmpty()
                || later.stream().anyMatch(waiting -> waiting.owned)) {
            return null;
        }
        alone = suspects.poll();
        if (alone != null) {
            alone.suspect = true;
        }
        return alone;
    }

    /** Tells that one is through. */
    synchronized void done(Share share) {
        if (share == alone) {
            alone = null;
        }
    }

    /** Takes those that nobody has had time for, where a condition holds. */
    synchronized List<Delivery> takeOverdue(Predicate<Delivery> condition) {
        List<Delivery> taken = new ArrayList<>();
        takeWhere(ready, condition, taken);
        takeWhere(unclaimed, condition, taken);
        return taken;
    }

    private static void takeWhere(Deque<Delivery> from, Predicate<Delivery> condition, List<Delivery> to) {
        for (Iterator<Delivery> all = from.iterator(); all.hasNext();) {
            Delivery delivery = all.next();
            if (condition.test(delivery)) {
                all.remove();
                to.add(delivery);
            }
        }
    }

    /** When the next one that waits in place becomes ready, at the latest the given instant. */
    synchronized Instant nextReady(Instant latest) {
        Delivery first = later.peek();
        return first == null || first.readyAt.isAfter(latest) ? latest : first.readyAt;
    }

    /** Gives nothing out any more; returns those that wait for an attempt. */
    synchronized List<Delivery> close() {
        closed = true;
        List<Delivery> left = new ArrayList<>(ready);
        left.addAll(later);
        return left;
    }
}
