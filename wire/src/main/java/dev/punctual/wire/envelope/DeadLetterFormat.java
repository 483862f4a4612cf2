package dev.punctual.wire.envelope;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Reason;
import dev.punctual.spi.UndecodableException;

/** A dead letter as a message: JSON that a person can read; safe for use by several threads. */
public final class DeadLetterFormat {

    private static final String KIND = "dead-letter";

    private final JsonFactory json;

    /**
     * @param json makes parsers and generators
     */
    public DeadLetterFormat(JsonFactory json) {
        this.json = json;
    }

    /** The message for a letter. */
    public String write(DeadLetter letter) {
        return write(letter, Edit.NONE);
    }

    /** The message for a letter whose bytes somebody may have changed. */
    public String write(DeadLetter letter, Edit edit) {
        return write(new QueueMessage.Letter(letter, LetterData.INLINE, edit));
    }

    /** The message for a letter whose bytes may be encrypted, elsewhere or missing. */
    public String write(QueueMessage.Letter stored) {
        DeadLetter letter = stored.letter();
        Edit edit = stored.edit();
        return EnvelopeFields.object(json, object -> {
            object.writeStringField("punctual", KIND);
            object.writeNumberField("version", DeadLetter.SCHEMA_VERSION);
            EnvelopeFields.text(object, "id", letter.id());
            object.writeStringField("reason", letter.reason().name());
            EnvelopeFields.text(object, "detail", letter.detail());
            object.writeStringField("handler", letter.handler());
            EnvelopeFields.text(object, "eventId", letter.eventId());
            EnvelopeFields.text(object, "type", letter.type());
            EnvelopeFields.text(object, "correlationId", letter.correlationId());
            EnvelopeFields.text(object, "contentType", letter.contentType());
            object.writeStringField("countedFrom", letter.deadline().arrival().toString());
            object.writeStringField("deadline", letter.deadline().at().toString());
            object.writeStringField("diedAt", letter.diedAt().toString());
            object.writeStringField("function", letter.function());
            object.writeStringField("requestId", letter.requestId());
            object.writeStringField("application", letter.application());
            EnvelopeFields.redrive(object, letter.redrive());
            if (edit.revision() > 0) {
                object.writeNumberField("revision", edit.revision());
                EnvelopeFields.text(object, "editedBy", edit.by());
                object.writeStringField("editedAt", edit.at().toString());
            }
            EnvelopeFields.attempts(object, letter.attempts());
            EnvelopeFields.event(object, letter.event(), stored.data());
        });
    }

    /**
     * The letter of a message that holds its bytes.
     *
     * @throws UndecodableException if the text is no message of this format, or the bytes are not in it
     */
    public DeadLetter read(String text) throws UndecodableException {
        QueueMessage.Letter stored = readStored(text);
        EnvelopeParts.requireInline(stored.data());
        return stored.letter();
    }

    /**
     * The letter of a message, and what became of it since.
     *
     * @throws UndecodableException if the text is no message of this format
     */
    public QueueMessage.Letter readStored(String text) throws UndecodableException {
        EnvelopeParts parts = EnvelopeParts.read(json, text);
        parts.require(KIND, DeadLetter.SCHEMA_VERSION);
        return new QueueMessage.Letter(letter(parts), parts.data(), parts.edit());
    }

    private static DeadLetter letter(EnvelopeParts parts) throws UndecodableException {
        EnvelopeParts.Scalars fields = parts.fields();
        return new DeadLetter(fields.text("id"), reason(fields.text("reason")), fields.text("detail"),
                fields.text("handler"), fields.text("eventId"), fields.text("type"), fields.text("correlationId"),
                fields.text("contentType"), parts.event(), parts.deadline(), fields.instant("diedAt"),
                parts.attempts(), fields.text("function"), fields.text("requestId"), fields.text("application"),
                parts.redrive());
    }

    private static Reason reason(String name) throws UndecodableException {
        try {
            return Reason.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("its reason is unknown to this version");
        }
    }
}
