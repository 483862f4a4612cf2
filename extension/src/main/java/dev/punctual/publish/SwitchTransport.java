package dev.punctual.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Leads to a transport that may be changed: a test has an application's events go to its own streams. */
public final class SwitchTransport implements Transport {

    private final Transport usual;
    private volatile Transport current;

    /**
     * @param usual what it leads to unless it is changed
     */
    public SwitchTransport(Transport usual) {
        this.usual = usual;
        this.current = usual;
    }

    /** Leads to another transport from now on. */
    public void divert(Transport other) {
        current = other;
    }

    /** Leads to the usual transport again, unless it was diverted once more. */
    public void restore(Transport other) {
        if (current == other) {
            current = usual;
        }
    }

    @Override
    public UnderWay send(String stream, OutboundEvent event, Instant latest) {
        return current.send(stream, event, latest);
    }

    @Override
    public List<UnderWay> underWay() {
        return current.underWay();
    }

    @Override
    public boolean await(List<UnderWay> events, Duration atMost) {
        return current.await(events, atMost);
    }

    @Override
    public int abandon(String why) {
        return current.abandon(why);
    }
}
