package dev.punctual.samples.parcel.scan;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.Emits;
import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.parcel.event.Movement;
import dev.punctual.samples.parcel.event.Scan;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.World;

/** Reads labels from photos, and tells where their parcels are. */
@ApplicationScoped
public class Scans {

    private final World world;

    Scans(World world) {
        this.world = world;
    }

    @OnEvent(stream = Sources.HAND_SCANS)
    @RetryWithin(value = "60s", backoff = "8s", permanent = UnreadableScanException.class)
    @Emits(stream = Sources.PARCELS, type = Sources.MOVED)
    Movement read(Scan scan, EventContext context) {
        world.call(scan.scanner(), context.attempt());
        if (scan.photo().length == 0) {
            throw new UnreadableScanException("the photo of " + scan.scanner() + " shows nothing");
        }
        return new Movement(scan.parcelId(), scan.place());
    }
}
