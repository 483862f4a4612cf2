package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** The deliveries of a batch that no worker has: those that are ready, and those that wait in place; not thread-safe. */
final class WaitingDeliveries {

    /** How long before the last chance to park a delivery it is parked: time enough to notice and to send it. */
    static final Duration PARKING_MARGIN = Duration.ofMillis(100);

    private final PriorityQueue<Delivery> byReadiness = new PriorityQueue<>(
            Comparator.comparing((Delivery delivery) -> delivery.readyAt).thenComparingInt(delivery -> delivery.item));

    void add(Delivery delivery) {
        byReadiness.add(delivery);
    }

    @Nullable
    Delivery takeReady(Instant now) {
        Delivery first = byReadiness.peek();
        return first == null || first.readyAt.isAfter(now) ? null : byReadiness.poll();
    }

    /** How many are ready, counted no further than asked. */
    int countReady(Instant now, int atMost) {
        return (int) byReadiness.stream().filter(delivery -> !delivery.readyAt.isAfter(now)).limit(Math.max(0, atMost)).count();
    }

    List<Delivery> takeReadyWhere(Instant now, Predicate<Delivery> condition) {
        List<Delivery> taken = new ArrayList<>();
        for (Iterator<Delivery> all = byReadiness.iterator(); all.hasNext();) {
            Delivery delivery = all.next();
            if (!delivery.readyAt.isAfter(now) && condition.test(delivery)) {
                all.remove();
                taken.add(delivery);
            }
        }
        return taken;
    }

    /** When the next delivery becomes ready, at the latest the given instant. */
    Instant nextReady(Instant latest) {
        Delivery first = byReadiness.peek();
        return first == null || first.readyAt.isAfter(latest) ? latest : first.readyAt;
    }
}
