package dev.punctual.samples.parcel.journey;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.Ordering;
import dev.punctual.RetryWithin;
import dev.punctual.samples.parcel.event.Movement;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.World;

/** Shows where a parcel is: only where it was last matters, so what comes late is left out. */
@ApplicationScoped
public class Positions {

    private final World world;

    Positions(World world) {
        this.world = world;
    }

    @OnEvent(stream = Sources.PARCELS, type = Sources.MOVED)
    @RetryWithin(value = "30s", backoff = "8s")
    @Idempotent(key = Idempotent.EVENT_ID)
    @Ordered(value = Ordering.UNORDERED, supersede = true)
    void track(Movement movement, EventContext context) {
        world.call(movement.place(), context.attempt());
    }
}
