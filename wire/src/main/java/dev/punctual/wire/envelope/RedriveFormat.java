package dev.punctual.wire.envelope;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Redrive;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.UndecodableException;

/** A redriven event as a message of the retry queue; safe for use by several threads. */
public final class RedriveFormat {

    private static final String KIND = "redrive";
    private static final int VERSION = 1;

    private final JsonFactory json;

    /**
     * @param json makes parsers and generators
     */
    public RedriveFormat(JsonFactory json) {
        this.json = json;
    }

    /** The message for an event. */
    public String write(RedrivenEvent redriven) {
        return write(new QueueMessage.Redriven(redriven, LetterData.INLINE));
    }

    /** The message for an event whose bytes may be encrypted or elsewhere. */
    public String write(QueueMessage.Redriven stored) {
        RedrivenEvent redriven = stored.event();
        return EnvelopeFields.object(json, object -> {
            object.writeStringField("punctual", KIND);
            object.writeNumberField("version", VERSION);
            object.writeStringField("handler", redriven.handler());
            object.writeStringField("redrivenAt", redriven.at().toString());
            EnvelopeFields.redrive(object, redriven.redrive());
            EnvelopeFields.traceparent(object, redriven.traceparent());
            EnvelopeFields.event(object, redriven.event(), stored.data());
        });
    }

    /**
     * The event of a message that holds its bytes.
     *
     * @throws UndecodableException if the text is no message of this format, or the bytes are not in it
     */
    public RedrivenEvent read(String text) throws UndecodableException {
        QueueMessage.Redriven stored = readStored(text);
        EnvelopeParts.requireInline(stored.data());
        return stored.event();
    }

    /**
     * The event of a message, and where its bytes are.
     *
     * @throws UndecodableException if the text is no message of this format
     */
    public QueueMessage.Redriven readStored(String text) throws UndecodableException {
        EnvelopeParts parts = EnvelopeParts.read(json, text);
        parts.require(KIND, VERSION);
        Redrive redrive = parts.redrive();
        if (redrive.count() < 1) {
            throw new UndecodableException("its redriveCount is " + redrive.count() + ", at least 1 was expected");
        }
        return new QueueMessage.Redriven(new RedrivenEvent(parts.fields().text("handler"), parts.event(), LetterData.INLINE,
                parts.fields().instant("redrivenAt"), redrive, parts.fields().traceparent(), ""), parts.data());
    }
}
