package dev.punctual.testkit.mapping.event;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.testkit.stream.StreamRecord;

/**
 * One record of the event that Lambda makes of a Kinesis batch.
 *
 * @param shardId where the record was read
 * @param roleArn the role of the function, by which Lambda reads the stream
 */
public record KinesisEventRecord(StreamRecord record, String shardId, String streamArn, String region, String roleArn) {

    /** The record as UTF-8 JSON, as AWS words it. */
    public byte[] toJson() {
        return Json.write(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("kinesis");
        json.writeStringField("kinesisSchemaVersion", "1.0");
        json.writeStringField("partitionKey", record.partitionKey());
        json.writeStringField("sequenceNumber", record.sequenceNumber());
        json.writeFieldName("data");
        json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, record.data(), 0, record.data().length);
        json.writeNumberField("approximateArrivalTimestamp", seconds(record.arrival()));
        json.writeEndObject();
        json.writeStringField("eventSource", "aws:kinesis");
        json.writeStringField("eventVersion", "1.0");
        json.writeStringField("eventID", shardId + ":" + record.sequenceNumber());
        json.writeStringField("eventName", "aws:kinesis:record");
        json.writeStringField("invokeIdentityArn", roleArn);
        json.writeStringField("awsRegion", region);
        json.writeStringField("eventSourceARN", streamArn);
        json.writeEndObject();
    }

    /** Seconds with three decimals, which Lambda writes as a floating point number. */
    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }
}
