package dev.punctual.runtime.kinesis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.engine.BatchItem;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.ledger.SequenceOrder;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;
import dev.punctual.runtime.event.Timestamps;

/**
 * The events of a Kinesis event source mapping, and what their partial batch response names; safe for use by several
 * threads.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Using Lambda with Kinesis</a>
 */
public final class KinesisEvents {

    /** What {@code eventSource} says. */
    public static final String SOURCE = "aws:kinesis";

    private final RecordsReader records;

    /**
     * @param records walks the event's records
     */
    public KinesisEvents(RecordsReader records) {
        this.records = records;
    }

    /**
     * The items of a batch that is written as Lambda writes it, in its order; quickly.
     *
     * @return null if the payload is not of Kinesis, or written in another way: then {@link #readAnyJson} tells what it holds
     */
    public static @Nullable List<BatchItem> readAsWrittenByLambda(byte[] payload) {
        return SameLayout.read(payload);
    }

    /**
     * The items of a batch in any form of JSON, in its order.
     *
     * @param now stands in for an arrival that cannot be read
     * @throws MalformedEventException if a record has no sequence number or stream, so that no answer could name it
     */
    public List<BatchItem> readAnyJson(byte[] payload, Instant now) {
        return records.all(payload, parser -> record(parser, now));
    }

    /**
     * What the response names: the lowest sequence number that was not acknowledged, from which on Lambda delivers the
     * shard again.
     */
    public static List<String> failures(List<ItemOutcome> outcomes) {
        return outcomes.stream().filter(item -> !item.outcome().acknowledged()).map(ItemOutcome::itemId)
                .min(SequenceOrder.ASCENDING).map(List::of).orElse(List.of());
    }

    /** One record's fields. */
    private static final class Fields {
        private String eventId = "";
        private String arn = "";
        private String sequenceNumber = "";
        private String partitionKey = "";
        private String data = "";
        private Instant arrival;

        private Fields(Instant now) {
            this.arrival = now;
        }
    }

    private static BatchItem record(JsonParser parser, Instant now) throws IOException {
        Fields fields = new Fields(now);
        RecordsReader.eachField(parser, (field, value) -> {
            switch (field) {
                case "eventID" -> fields.eventId = text(value);
                case "eventSourceARN" -> fields.arn = text(value);
                case "kinesis" -> kinesis(value, fields);
                default -> {
                    // Unknown fields are skipped.
                }
            }
        });
        return item(fields);
    }

    private static void kinesis(JsonParser parser, Fields fields) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        RecordsReader.eachField(parser, (field, value) -> {
            switch (field) {
                case "sequenceNumber" -> fields.sequenceNumber = text(value);
                case "partitionKey" -> fields.partitionKey = text(value);
                case "data" -> fields.data = text(value);
                case "approximateArrivalTimestamp" -> fields.arrival = Timestamps.read(value, fields.arrival);
                default -> {
                    // Unknown fields are skipped.
                }
            }
        });
    }

    private static String text(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    private static BatchItem item(Fields fields) {
        if (!isNumber(fields.sequenceNumber)) {
            throw new MalformedEventException("a Kinesis record has no kinesis.sequenceNumber, or not a decimal one");
        }
        EventSource source;
        try {
            source = EventSource.ofArn(fields.arn);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("eventSourceARN of record " + fields.sequenceNumber + ": " + e.getMessage());
        }
        int colon = fields.eventId.indexOf(':');
        String shardId = colon < 0 ? "" : fields.eventId.substring(0, colon);
        try {
            byte[] data = Base64.getDecoder().decode(fields.data);
            EventRecord event = new EventRecord(source, shardId, fields.sequenceNumber, fields.partitionKey, fields.arrival,
                    data);
            return data.length > 0 ? new BatchItem.Fresh(fields.sequenceNumber, event)
                    : new BatchItem.Unreadable(fields.sequenceNumber, event, "the record has no data");
        } catch (IllegalArgumentException e) {
            return new BatchItem.Unreadable(fields.sequenceNumber,
                    new EventRecord(source, shardId, fields.sequenceNumber, fields.partitionKey, fields.arrival,
                            fields.data.getBytes(StandardCharsets.UTF_8)),
                    "the record's data is not base64");
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
