package dev.punctual.testkit.simulation;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;

/** Dead letters as messages. */
final class DeadLetterEncoding {

    private DeadLetterEncoding() {
    }

    static String write(DeadLetter letter) {
        return EventEncoding.text(out -> {
            out.writeUTF(letter.id());
            out.writeUTF(letter.reason().name());
            out.writeUTF(letter.detail());
            out.writeUTF(letter.handler());
            out.writeUTF(letter.eventId());
            out.writeUTF(letter.type());
            out.writeUTF(letter.correlationId());
            out.writeUTF(letter.contentType());
            EventEncoding.write(out, letter.event());
            EventEncoding.write(out, letter.deadline());
            EventEncoding.write(out, letter.diedAt());
            EventEncoding.write(out, letter.attempts());
            out.writeUTF(letter.function());
            out.writeUTF(letter.requestId());
            out.writeUTF(letter.application());
            out.writeInt(letter.redrive().count());
            out.writeUTF(letter.redrive().previousLetter());
        });
    }

    static DeadLetter read(String text) {
        return EventEncoding.read(text,
                in -> new DeadLetter(in.readUTF(), Reason.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readUTF(),
                        in.readUTF(), in.readUTF(), in.readUTF(), EventEncoding.event(in), EventEncoding.deadline(in),
                        EventEncoding.instant(in), EventEncoding.attempts(in), in.readUTF(), in.readUTF(), in.readUTF(),
                        new Redrive(in.readInt(), in.readUTF())));
    }
}
