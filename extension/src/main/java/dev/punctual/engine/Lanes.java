package dev.punctual.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.punctual.Ordering;
import dev.punctual.ledger.SequenceOrder;

/**
 * The deliveries of a batch whose order matters: those of one handler and shard, or of one handler and partition key, go
 * one after the other; safe for use by several threads.
 */
final class Lanes {

    private record Lane(String handler, String name) {
    }

    private static final Comparator<Delivery> BY_NUMBER = Comparator
            .comparing((Delivery delivery) -> delivery.event.position(), SequenceOrder.ASCENDING);

    // Guarded by this.
    private final Map<Lane, List<Delivery>> entered = new HashMap<>();
    private final Map<Lane, Deque<Delivery>> waiting = new HashMap<>();

    /** Whether the order of a delivery matters. */
    static boolean isOrdered(Delivery delivery) {
        return delivery.route.order().ordering() != Ordering.UNORDERED;
    }

    private static Lane laneOf(Delivery delivery) {
        String name = delivery.route.order().ordering() == Ordering.PER_KEY ? delivery.event.partitionKey()
                : delivery.event.shardId();
        return new Lane(delivery.handler(), name);
    }

    synchronized void enter(Delivery delivery) {
        entered.computeIfAbsent(laneOf(delivery), lane -> new ArrayList<>()).add(delivery);
    }

    /** Sets the order of those that have entered; returns the first of each lane. */
    synchronized List<Delivery> open() {
        List<Delivery> heads = new ArrayList<>();
        entered.forEach((lane, deliveries) -> {
            deliveries.sort(BY_NUMBER);
            Deque<Delivery> queue = new ArrayDeque<>(deliveries);
            heads.add(queue.remove());
            waiting.put(lane, queue);
        });
        entered.clear();
        heads.sort(
                Comparator.comparingInt((Delivery head) -> head.item).thenComparingInt(head -> head.event.subSequenceNumber()));
        return heads;
    }

    /** The one behind a delivery that is through. */
    synchronized Optional<Delivery> next(Delivery done) {
        return Optional.ofNullable(waiting.getOrDefault(laneOf(done), new ArrayDeque<>()).poll());
    }

    /** All that are behind a delivery that returns to its source, in their order; they must not overtake it. */
    synchronized List<Delivery> behind(Delivery returned) {
        Deque<Delivery> queue = waiting.getOrDefault(laneOf(returned), new ArrayDeque<>());
        List<Delivery> behind = List.copyOf(queue);
        queue.clear();
        return behind;
    }
}
