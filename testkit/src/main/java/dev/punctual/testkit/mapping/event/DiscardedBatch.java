package dev.punctual.testkit.mapping.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.testkit.stream.StreamRecord;

/**
 * What Lambda tells an on-failure destination about a batch of a stream that it gave up.
 *
 * @param requestId of the last invocation
 * @param condition why, such as {@code RetryAttemptsExhausted} or {@code RecordAgeExceeded}
 * @param invokeCount how often the function was invoked with these records; with 0 there is no response to tell of
 * @param functionError present if the last invocation failed, absent if it reported failed items
 * @param records at least one, in order
 */
public record DiscardedBatch(String requestId, String functionArn, String condition, int invokeCount,
        Optional<String> functionError, Instant timestamp, String shardId, String streamArn, List<StreamRecord> records) {

    /** The report as JSON, as AWS words it for a queue: without the payload. */
    public String toJson() {
        return new String(Json.write(json -> {
            json.writeStartObject();
            write(json);
            json.writeEndObject();
        }), StandardCharsets.UTF_8);
    }

    /**
     * The report as JSON, as AWS words it for a bucket: with the payload as a string.
     *
     * @param event the function would have got, UTF-8
     */
    public byte[] toJsonWith(byte[] event) {
        return Json.write(json -> {
            json.writeStartObject();
            write(json);
            json.writeStringField("payload", new String(event, StandardCharsets.UTF_8));
            json.writeEndObject();
        });
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("requestContext");
        json.writeStringField("requestId", requestId);
        json.writeStringField("functionArn", functionArn);
        json.writeStringField("condition", condition);
        json.writeNumberField("approximateInvokeCount", invokeCount);
        json.writeEndObject();
        if (invokeCount > 0) {
            writeResponse(json);
        }
        json.writeStringField("version", "1.0");
        json.writeStringField("timestamp", Timestamps.MILLIS.format(timestamp));
        writeBatch(json);
    }

    private void writeResponse(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("responseContext");
        json.writeNumberField("statusCode", 200);
        json.writeStringField("executedVersion", "$LATEST");
        if (functionError.isPresent()) {
            json.writeStringField("functionError", functionError.get());
        }
        json.writeEndObject();
    }

    private void writeBatch(JsonGenerator json) throws IOException {
        var first = records.get(0);
        var last = records.get(records.size() - 1);
        json.writeObjectFieldStart("KinesisBatchInfo");
        json.writeStringField("shardId", shardId);
        json.writeStringField("startSequenceNumber", first.sequenceNumber());
        json.writeStringField("endSequenceNumber", last.sequenceNumber());
        json.writeStringField("approximateArrivalOfFirstRecord", Timestamps.MILLIS.format(first.arrival()));
        json.writeStringField("approximateArrivalOfLastRecord", Timestamps.MILLIS.format(last.arrival()));
        json.writeNumberField("batchSize", records.size());
        json.writeStringField("streamArn", streamArn);
        json.writeEndObject();
    }

}
