package dev.punctual.testkit.simulation;

import java.time.Duration;

import dev.punctual.deadletter.Redrive;
import dev.punctual.spi.ParkedEvent;

/** Parked events as messages. */
final class ParkedEventEncoding {

    private ParkedEventEncoding() {
    }

    static String write(ParkedEvent parked) {
        return EventEncoding.text(out -> {
            out.writeUTF(parked.handler());
            EventEncoding.write(out, parked.event());
            EventEncoding.write(out, parked.deadline());
            EventEncoding.write(out, parked.attempts());
            out.writeInt(parked.parks());
            out.writeInt(parked.redrive().count());
            out.writeUTF(parked.redrive().previousLetter());
            out.writeLong(parked.delay().toNanos());
        });
    }

    static ParkedEvent read(String text) {
        return EventEncoding.read(text,
                in -> new ParkedEvent(in.readUTF(), EventEncoding.event(in),
                        EventEncoding.deadline(in), EventEncoding.attempts(in),
                        in.readInt(), new Redrive(in.readInt(), in.readUTF()), Duration.ofNanos(in.readLong())));
    }
}
