package dev.punctual.samples.parcel.journey;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.parcel.event.Parcel;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.World;

/** Rings at the recipient's door, while the courier waits. */
@ApplicationScoped
public class Doorbells {

    private final World world;

    Doorbells(World world) {
        this.world = world;
    }

    @OnEvent(stream = Sources.PARCELS, type = Sources.DELIVERED)
    @RetryWithin("${doorbell.patience}")
    void ring(Parcel parcel, EventContext context) {
        world.call(parcel.recipient(), context.attempt());
    }
}
