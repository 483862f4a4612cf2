package dev.punctual.journey.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.punctual.journey.Journey;

/** Where instants stand on a line of a given length, from a journey's start to a little after its end. */
record Scale(Instant start, Instant end, int length) {

    /** Deadlines up to so many times the journey's own length are drawn; later ones are beyond the edge. */
    private static final int FARTHEST = 2;

    static Scale of(Journey journey, int length) {
        Duration own = Duration.between(journey.start(), journey.end());
        Instant farthest = journey.start().plus(own.multipliedBy(FARTHEST));
        Instant end = journey.lanes().stream().map(lane -> lane.deadline()).flatMap(Optional::stream)
                .filter(deadline -> !deadline.isAfter(farthest)).reduce(journey.end(), (a, b) -> a.isAfter(b) ? a : b);
        return new Scale(journey.start(), end.isAfter(journey.start()) ? end : journey.start().plusMillis(1), length);
    }

    /** From 0 to the length; what is beyond stands at the edge. */
    int at(Instant instant) {
        double whole = Duration.between(start, end).toNanos();
        double place = Duration.between(start, instant).toNanos() / whole * length;
        return (int) Math.max(0, Math.min(length, Math.round(place)));
    }

    boolean shows(Instant instant) {
        return !instant.isBefore(start) && !instant.isAfter(end);
    }
}
