package dev.punctual.samples.parcel.registration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.parcel.event.Parcel;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.NoLongerThereException;
import dev.punctual.samples.parcel.outside.World;

/** Has labels of registered parcels printed, by their senders' printers. */
@ApplicationScoped
public class Registrations {

    private final World world;

    Registrations(World world) {
        this.world = world;
    }

    @OnEvent(stream = Sources.PARCELS, type = Sources.REGISTERED)
    @RetryWithin(value = "30s", permanent = NoLongerThereException.class)
    void register(Parcel parcel, EventContext context) {
        world.call(parcel.sender(), context.attempt());
    }
}
