package dev.punctual.samples.parcel.journey;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.AfterDeadLetter;
import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.Ordering;
import dev.punctual.RetryWithin;
import dev.punctual.samples.parcel.event.Movement;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.NoLongerThereException;
import dev.punctual.samples.parcel.outside.World;

/** Hands a parcel over from place to place: in order, once each, and no further once a place is gone. */
@ApplicationScoped
public class Journeys {

    private final World world;

    Journeys(World world) {
        this.world = world;
    }

    @OnEvent(stream = Sources.PARCELS, type = Sources.PICKED_UP)
    @RetryWithin(value = "20s", permanent = NoLongerThereException.class)
    @Idempotent
    @Ordered(value = Ordering.PER_KEY, afterDeadLetter = AfterDeadLetter.HALT)
    void pickUp(Movement movement, EventContext context) {
        world.call(movement.place(), context.attempt());
    }

    @OnEvent(stream = Sources.PARCELS, type = Sources.SORTED)
    @RetryWithin(value = "20s", permanent = NoLongerThereException.class)
    @Idempotent
    @Ordered(value = Ordering.PER_KEY, afterDeadLetter = AfterDeadLetter.HALT)
    void sort(Movement movement, EventContext context) {
        world.call(movement.place(), context.attempt());
    }
}
