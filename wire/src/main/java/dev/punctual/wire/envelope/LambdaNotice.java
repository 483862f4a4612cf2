package dev.punctual.wire.envelope;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;

/**
 * Lambda's notice to an on-failure destination: the records of a Kinesis batch that it gave up on, without their data.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">Retain discarded batch
 *      records for a Kinesis data stream</a>
 */
public final class LambdaNotice {

    /** A notice that was read. */
    public record Batch(EventSource stream, String shardId, String first, String last, String size, String condition,
            Instant arrival) {

        /** What became of its records, in a sentence. */
        public String detail() {
            return "Lambda gave up " + size + " records of shard " + shardId + ", sequence numbers " + first + " to " + last
                    + " (" + condition + "); they are in the stream until their retention ends";
        }

        /** The notice as an event of its stream. */
        public EventRecord event(EventRecord notice) {
            return new EventRecord(stream, shardId, first, EventRecord.ALONE, "", arrival, notice.data(), notice.attributes());
        }
    }

    private final JsonFactory json;

    /**
     * @param json makes parsers
     */
    public LambdaNotice(JsonFactory json) {
        this.json = json;
    }

    /** The batch of a notice; empty where the text is none. */
    public Optional<Batch> read(String text) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            // The fields' names differ from object to object, so one map holds them all.
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() && parser.currentName() != null) {
                    fields.put(parser.currentName(), parser.getText());
                }
            }
            return batch(fields);
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can be read", e);
        }
    }

    private static Optional<Batch> batch(Map<String, String> fields) {
        String arn = fields.getOrDefault("streamArn", "");
        if (!arn.contains(":kinesis:") || !fields.containsKey("startSequenceNumber")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Batch(EventSource.ofArn(arn), fields.getOrDefault("shardId", ""),
                    fields.getOrDefault("startSequenceNumber", ""), fields.getOrDefault("endSequenceNumber", ""),
                    fields.getOrDefault("batchSize", "?"), fields.getOrDefault("condition", "no condition told"),
                    Instant.parse(fields.getOrDefault("approximateArrivalOfFirstRecord", "1970-01-01T00:00:00Z"))));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
