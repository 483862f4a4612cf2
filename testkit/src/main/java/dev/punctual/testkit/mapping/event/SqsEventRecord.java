package dev.punctual.testkit.mapping.event;

import java.io.IOException;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.testkit.queue.MessageAttribute;
import dev.punctual.testkit.queue.ReceivedMessage;

/** One record of the event that Lambda makes of an SQS batch; message attributes are sorted, so that runs repeat exactly. */
public record SqsEventRecord(ReceivedMessage message, String queueArn, String region) {

    /** The record as UTF-8 JSON, as AWS words it. */
    public byte[] toJson() {
        return Json.write(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("messageId", message.messageId());
        json.writeStringField("receiptHandle", message.receiptHandle());
        json.writeStringField("body", message.body());
        json.writeObjectFieldStart("attributes");
        for (var attribute : message.systemAttributes().entrySet()) {
            json.writeStringField(attribute.getKey(), attribute.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("messageAttributes");
        for (var attribute : new TreeMap<>(message.attributes()).entrySet()) {
            json.writeFieldName(attribute.getKey());
            write(json, attribute.getValue());
        }
        json.writeEndObject();
        json.writeStringField("md5OfBody", message.md5OfBody());
        json.writeStringField("eventSource", "aws:sqs");
        json.writeStringField("eventSourceARN", queueArn);
        json.writeStringField("awsRegion", region);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MessageAttribute attribute) throws IOException {
        json.writeStartObject();
        if (attribute instanceof MessageAttribute.Text text) {
            json.writeStringField("stringValue", text.value());
        } else {
            json.writeBinaryField("binaryValue", attribute.bytes());
        }
        json.writeArrayFieldStart("stringListValues");
        json.writeEndArray();
        json.writeArrayFieldStart("binaryListValues");
        json.writeEndArray();
        json.writeStringField("dataType", attribute.dataType());
        json.writeEndObject();
    }
}
