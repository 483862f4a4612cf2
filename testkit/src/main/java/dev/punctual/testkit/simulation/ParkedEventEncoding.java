package dev.punctual.testkit.simulation;

import java.time.Duration;

import dev.punctual.deadline.Deadline;
import dev.punctual.spi.ParkedEvent;

/** Parked events as messages. */
final class ParkedEventEncoding {

    private ParkedEventEncoding() {
    }

    static String write(ParkedEvent parked) {
        return EventEncoding.text(out -> {
            out.writeUTF(parked.handler());
            EventEncoding.write(out, parked.event());
            EventEncoding.write(out, parked.deadline().arrival());
            EventEncoding.write(out, parked.deadline().at());
            EventEncoding.write(out, parked.attempts());
            out.writeInt(parked.parks());
            out.writeLong(parked.delay().toNanos());
        });
    }

    static ParkedEvent read(String text) {
        return EventEncoding.read(text,
                in -> new ParkedEvent(in.readUTF(), EventEncoding.event(in),
                        new Deadline(EventEncoding.instant(in), EventEncoding.instant(in)), EventEncoding.attempts(in),
                        in.readInt(), Duration.ofNanos(in.readLong())));
    }
}
