package dev.punctual.runtime.sqs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;

import dev.punctual.engine.ItemOutcome;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;
import dev.punctual.runtime.event.Timestamps;

/**
 * The messages of an SQS event source mapping, and what their partial batch response names; safe for use by several
 * threads.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with Amazon SQS</a>
 */
public final class SqsEvents {

    /** What {@code eventSource} says. */
    public static final String SOURCE = "aws:sqs";

    /**
     * One message.
     *
     * @param messageId what the response calls it
     * @param queue the queue it comes from
     * @param sent when it was sent to the queue
     * @param body its text
     * @param attributes its message attributes that are text, by their names in lower case
     * @param receives how often it was received, this time included
     */
    public record Message(String messageId, EventSource queue, Instant sent, String body, Map<String, String> attributes,
            int receives) {

        /** Without attributes, for the first time. */
        public Message(String messageId, EventSource queue, Instant sent, String body) {
            this(messageId, queue, sent, body, Map.of(), 1);
        }

        /** The message as an event of its queue. */
        public EventRecord event() {
            return new EventRecord(queue, "", messageId, EventRecord.ALONE, "", sent, body.getBytes(StandardCharsets.UTF_8),
                    attributes);
        }

        /** Names the message, and leaves its text out. */
        @Override
        public String toString() {
            return "Message[" + messageId + " of " + queue.name() + ", " + body.length() + " characters, sent " + sent + "]";
        }
    }

    private final RecordsReader records;

    /**
     * @param records walks the event's records
     */
    public SqsEvents(RecordsReader records) {
        this.records = records;
    }

    /**
     * The messages of a batch, in its order.
     *
     * @param now stands in for a time that cannot be read
     * @throws MalformedEventException if a message has no id or queue, so that no answer could name it
     */
    public List<Message> read(byte[] payload, Instant now) {
        return records.all(payload, parser -> message(parser, now));
    }

    /** What the response names: every message that was not acknowledged. */
    public static List<String> failures(List<ItemOutcome> outcomes) {
        return outcomes.stream().filter(item -> !item.outcome().acknowledged()).map(ItemOutcome::itemId).toList();
    }

    /** One message's fields. */
    private static final class Fields {
        private String messageId = "";
        private String arn = "";
        private String body = "";
        private Instant sent;
        private int receives = 1;
        private Map<String, String> attributes = Map.of();

        private Fields(Instant now) {
            this.sent = now;
        }

        private void add(String name, String value) {
            if (attributes.isEmpty()) {
                attributes = new HashMap<>();
            }
            attributes.put(name.toLowerCase(Locale.ROOT), value);
        }
    }

    private static Message message(JsonParser parser, Instant now) throws IOException {
        Fields fields = new Fields(now);
        RecordsReader.eachField(parser, (field, value) -> {
            switch (field) {
                case "messageId" -> fields.messageId = text(value);
                case "eventSourceARN" -> fields.arn = text(value);
                case "body" -> fields.body = text(value);
                case "attributes" -> attributes(value, fields);
                case "messageAttributes" -> messageAttributes(value, fields);
                default -> {
                    // Unknown fields are skipped.
                }
            }
        });
        if (fields.messageId.isEmpty()) {
            throw new MalformedEventException("an SQS message has no messageId");
        }
        try {
            return new Message(fields.messageId, EventSource.ofArn(fields.arn), fields.sent, fields.body,
                    fields.attributes, fields.receives);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("eventSourceARN of message " + fields.messageId + ": " + e.getMessage());
        }
    }

    private static void attributes(JsonParser parser, Fields fields) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            RecordsReader.eachField(parser, (field, value) -> {
                if (field.equals("SentTimestamp")) {
                    fields.sent = Timestamps.ofMillis(text(value), fields.sent);
                } else if (field.equals("ApproximateReceiveCount")) {
                    fields.receives = NumberInput.parseAsInt(text(value), fields.receives);
                }
            });
        }
    }

    private static void messageAttributes(JsonParser parser, Fields fields) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            RecordsReader.eachField(parser, (name, attribute) -> {
                if (attribute.currentToken() == JsonToken.START_OBJECT) {
                    RecordsReader.eachField(attribute, (field, value) -> {
                        if (field.equals("stringValue") && value.currentToken() == JsonToken.VALUE_STRING) {
                            fields.add(name, value.getText());
                        }
                    });
                }
            });
        }
    }

    private static String text(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    }
}
