package dev.punctual.wire.envelope;

import java.time.Duration;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.LetterData;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.UndecodableException;

/** A parked event as a message of the retry queue; safe for use by several threads. */
public final class RetryFormat {

    private static final String KIND = "retry";
    private static final int VERSION = 1;

    private final JsonFactory json;

    /**
     * @param json makes parsers and generators
     */
    public RetryFormat(JsonFactory json) {
        this.json = json;
    }

    /** The message for an event; its delay and correlation id are not part of it. */
    public String write(ParkedEvent parked) {
        return write(new QueueMessage.Parked(parked, LetterData.INLINE));
    }

    /** The message for an event whose bytes may be encrypted or elsewhere; its delay and correlation id are not part of it. */
    public String write(QueueMessage.Parked stored) {
        ParkedEvent parked = stored.event();
        return EnvelopeFields.object(json, object -> {
            object.writeStringField("punctual", KIND);
            object.writeNumberField("version", VERSION);
            object.writeStringField("handler", parked.handler());
            object.writeStringField("countedFrom", parked.deadline().arrival().toString());
            object.writeStringField("deadline", parked.deadline().at().toString());
            object.writeNumberField("parks", parked.parks());
            EnvelopeFields.redrive(object, parked.redrive());
            EnvelopeFields.attempts(object, parked.attempts());
            EnvelopeFields.event(object, parked.event(), stored.data());
        });
    }

    /**
     * The event of a message that holds its bytes; its delay is spent.
     *
     * @throws UndecodableException if the text is no message of this format, or the bytes are not in it
     */
    public ParkedEvent read(String text) throws UndecodableException {
        QueueMessage.Parked stored = readStored(text);
        EnvelopeParts.requireInline(stored.data());
        return stored.event();
    }

    /**
     * The event of a message, and where its bytes are.
     *
     * @throws UndecodableException if the text is no message of this format
     */
    public QueueMessage.Parked readStored(String text) throws UndecodableException {
        EnvelopeParts parts = EnvelopeParts.read(json, text);
        parts.require(KIND, VERSION);
        return new QueueMessage.Parked(new ParkedEvent(parts.fields().text("handler"), parts.event(), parts.deadline(),
                parts.attempts(), parts.fields().number("parks"), parts.redrive(), Duration.ZERO), parts.data());
    }
}
