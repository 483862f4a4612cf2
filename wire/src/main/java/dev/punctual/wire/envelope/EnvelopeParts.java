package dev.punctual.wire.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.event.TraceContext;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.json.JsonFault;

/** The fields of a parked event or dead letter, read from JSON; unknown fields are skipped. */
final class EnvelopeParts {

    /** Text and numbers of one object, by field; absent ones are refused when asked for. */
    static final class Scalars {

        private final Map<String, String> values = new HashMap<>();

        boolean has(String field) {
            return values.containsKey(field);
        }

        String text(String field) throws UndecodableException {
            String value = values.get(field);
            if (value == null) {
                throw new UndecodableException("the field '" + field + "' is missing");
            }
            return value;
        }

        /** Of what was traced; else, and where it is not well-formed, an empty string. */
        String traceparent() {
            return TraceContext.of(values.getOrDefault("traceparent", ""), "").traceparent();
        }

        Instant instant(String field) throws UndecodableException {
            try {
                return Instant.parse(text(field));
            } catch (DateTimeException e) {
                throw new UndecodableException("the field '" + field + "' is not an instant");
            }
        }

        int number(String field) throws UndecodableException {
            try {
                return Integer.parseInt(text(field));
            } catch (NumberFormatException e) {
                throw new UndecodableException("the field '" + field + "' is not a whole number");
            }
        }
    }

    private final Scalars fields = new Scalars();
    private Scalars event = new Scalars();
    private Scalars attributes = new Scalars();
    private final List<Scalars> attempts = new ArrayList<>();

    private EnvelopeParts() {
    }

    /**
     * Reads an envelope.
     *
     * @throws UndecodableException if the text is not a JSON object
     */
    static EnvelopeParts read(JsonFactory factory, String text) throws UndecodableException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UndecodableException("it is not a JSON object");
            }
            EnvelopeParts parts = new EnvelopeParts();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                parts.field(parser);
            }
            return parts;
        } catch (JacksonException e) {
            throw new UndecodableException("it is not JSON" + JsonFault.place(e));
        } catch (IOException e) {
            throw new UndecodableException("it cannot be read: " + e.getClass().getName());
        }
    }

    private void field(JsonParser parser) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT && name.equals("event")) {
            readEvent(parser);
        } else if (value == JsonToken.START_ARRAY && name.equals("attempts")) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    attempts.add(scalars(parser));
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            put(parser, name, fields);
        }
    }

    private void readEvent(JsonParser parser) throws IOException {
        event = new Scalars();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT && name.equals("attributes")) {
                attributes = scalars(parser);
            } else {
                put(parser, name, event);
            }
        }
    }

    private static Scalars scalars(JsonParser parser) throws IOException {
        Scalars scalars = new Scalars();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            put(parser, name, scalars);
        }
        return scalars;
    }

    private static void put(JsonParser parser, String name, Scalars to) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            to.values.put(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }

    Scalars fields() {
        return fields;
    }

    /** Refuses an envelope of another kind or of a version from the future. */
    void require(String kind, int version) throws UndecodableException {
        if (!kind.equals(fields.values.get("punctual"))) {
            throw new UndecodableException("it is not a Punctual " + kind);
        }
        if (fields.number("version") > version) {
            throw new UndecodableException("its version is " + fields.number("version") + ", this application reads up to "
                    + version);
        }
    }

    EventRecord event() throws UndecodableException {
        EventSource source;
        byte[] data;
        try {
            source = new EventSource(EventSource.Kind.valueOf(event.text("sourceKind").toUpperCase(Locale.ROOT)),
                    event.text("sourceName"), event.text("sourceArn"));
            data = bytes();
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("its event has an unknown sourceKind, or data that is not base64");
        }
        return new EventRecord(source, event.text("shardId"), event.text("sequenceNumber"), subSequenceNumber(),
                event.text("partitionKey"), event.instant("arrival"), data, Map.copyOf(attributes.values));
    }

    /** Those of the message: none where they are not in it. */
    private byte[] bytes() throws UndecodableException {
        return switch (event.text("dataEncoding")) {
            case EnvelopeFields.TEXT -> event.text("data").getBytes(StandardCharsets.UTF_8);
            case EnvelopeFields.ELSEWHERE, EnvelopeFields.MISSING -> new byte[0];
            default -> Base64.getDecoder().decode(event.text("data"));
        };
    }

    /** Where the event's bytes are. */
    LetterData data() throws UndecodableException {
        String key = event.has("dataEncryption") ? dataKey() : "";
        return switch (event.text("dataEncoding")) {
            case EnvelopeFields.ELSEWHERE -> new LetterData.Elsewhere(event.text("dataLocation"), event.number("dataSize"),
                    event.text("dataSha256"), key);
            case EnvelopeFields.MISSING -> new LetterData.Missing(event.text("dataMissing"));
            default -> key.isEmpty() ? LetterData.INLINE : new LetterData.Encrypted(key);
        };
    }

    private String dataKey() throws UndecodableException {
        String how = event.text("dataEncryption");
        if (!how.equals(EnvelopeFields.ENCRYPTION)) {
            throw new UndecodableException("its event is encrypted in a way that is unknown to this version");
        }
        return event.text("dataKey");
    }

    /** Refuses a message whose event's bytes are not in it as they are. */
    static void requireInline(LetterData data) throws UndecodableException {
        if (!(data instanceof LetterData.Inline)) {
            throw new UndecodableException("the bytes of its event are not in it, or encrypted");
        }
    }

    /** Left out of messages about events that have their record for themselves, and of those of earlier versions. */
    private int subSequenceNumber() throws UndecodableException {
        String field = "subSequenceNumber";
        if (!event.has(field)) {
            return EventRecord.ALONE;
        }
        int number = event.number(field);
        if (number < 0) {
            throw new UndecodableException("the field '" + field + "' is negative");
        }
        return number;
    }

    Deadline deadline() throws UndecodableException {
        return new Deadline(fields.instant("countedFrom"), fields.instant("deadline"));
    }

    Redrive redrive() throws UndecodableException {
        int count = fields.number("redriveCount");
        return count == 0 ? Redrive.NONE : new Redrive(count, fields.text("previousLetter"));
    }

    /** Left out of letters that nobody changed. */
    Edit edit() throws UndecodableException {
        return fields.has("revision")
                ? new Edit(fields.number("revision"), fields.text("editedBy"), fields.instant("editedAt"))
                : Edit.NONE;
    }

    AttemptHistory attempts() throws UndecodableException {
        List<Attempt> kept = new ArrayList<>();
        for (Scalars attempt : attempts) {
            kept.add(new Attempt(attempt.number("number"), attempt.instant("start"), attempt.instant("end"),
                    attempt.text("function"), attempt.text("requestId"),
                    new Failure(attempt.text("exception"), attempt.text("message"), attempt.text("fingerprint")),
                    attempt.traceparent()));
        }
        return new AttemptHistory(fields.number("attemptCount"), kept);
    }
}
