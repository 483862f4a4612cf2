package dev.punctual.samples.parcel.registration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.parcel.event.AddressCheck;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.NoLongerThereException;
import dev.punctual.samples.parcel.outside.World;

/** Asks towns whether they have an address. */
@ApplicationScoped
public class Addresses {

    private final World world;

    Addresses(World world) {
        this.world = world;
    }

    @OnEvent(queue = Sources.ADDRESS_CHECKS)
    @RetryWithin(value = "1m", permanent = NoLongerThereException.class)
    void check(AddressCheck address, EventContext context) {
        world.call(address.town(), context.attempt());
    }
}
