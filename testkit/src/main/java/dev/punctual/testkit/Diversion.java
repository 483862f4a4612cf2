package dev.punctual.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import dev.punctual.publish.OutboundEvent;
import dev.punctual.publish.SwitchTransport;
import dev.punctual.publish.Transport;

/**
 * Leads what an application publishes to a test's streams: from the moment the test exists, so that none of it goes to real
 * ones, though the test's world begins with its first event.
 */
final class Diversion implements Transport {

    private final SwitchTransport diverted;
    private final Supplier<Transport> world;

    private Diversion(SwitchTransport diverted, Supplier<Transport> world) {
        this.diverted = diverted;
        this.world = world;
    }

    /**
     * @param world asked whenever something is published
     */
    static Diversion begin(SwitchTransport diverted, Supplier<Transport> world) {
        Diversion diversion = new Diversion(diverted, world);
        diverted.divert(diversion);
        return diversion;
    }

    void end() {
        diverted.restore(this);
    }

    @Override
    public UnderWay send(String stream, OutboundEvent event, Instant latest) {
        return world.get().send(stream, event, latest);
    }

    @Override
    public List<UnderWay> underWay() {
        return world.get().underWay();
    }

    @Override
    public boolean await(List<UnderWay> events, Duration atMost) {
        return world.get().await(events, atMost);
    }

    @Override
    public int abandon(String why) {
        return world.get().abandon(why);
    }
}
