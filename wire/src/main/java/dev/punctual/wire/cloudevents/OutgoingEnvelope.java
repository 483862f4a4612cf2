package dev.punctual.wire.cloudevents;

import java.time.Instant;
import java.util.Map;

import dev.punctual.event.ContentTypes;
import dev.punctual.event.Correlation;
import dev.punctual.event.CorrelationAttributes;

/**
 * An event that is about to be published; immutable.
 *
 * @param id unique for its source, never empty
 * @param source what it comes from, a URI reference, never empty
 * @param type never empty
 * @param subject what of the source it is about, or an empty string
 * @param time when it happened
 * @param correlation where it stands among the events of its business transaction
 * @param partitionKey or an empty string
 * @param contentType the data's media type, or an empty string where it is not known
 * @param data the payload, not copied
 */
public record OutgoingEnvelope(String id, String source, String type, String subject, Instant time, Correlation correlation,
        String partitionKey, String contentType, byte[] data) {

    /**
     * @throws IllegalArgumentException if what must be there is empty
     */
    public OutgoingEnvelope {
        require("id", id);
        require("source", source);
        require("type", type);
    }

    private static void require(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a CloudEvent needs its " + name + "; it was empty");
        }
    }

    /** How many bytes the event has in CloudEvents' JSON format, were no character of it escaped, and all of them ASCII. */
    public int sizeAsJson() {
        int size = "{'specversion':'1.0'}".length();
        size += field("id", id) + field("source", source) + field("type", type) + field("time", time.toString())
                + field("subject", subject) + field("partitionkey", partitionKey);
        for (Map.Entry<String, String> attribute : CorrelationAttributes.of(correlation).entrySet()) {
            size += field(attribute.getKey(), attribute.getValue());
        }
        return size + (data.length == 0 ? 0 : field("datacontenttype", contentType) + dataAsJson());
    }

    private int dataAsJson() {
        if (ContentTypes.isJson(contentType)) {
            return ",'data':".length() + data.length;
        }
        return ContentTypes.isText(contentType) ? ",'data':''".length() + data.length
                : ",'data_base64':''".length() + (data.length + 2) / 3 * 4;
    }

    private static int field(String name, String value) {
        return value.isEmpty() ? 0 : ",'':''".length() + name.length() + value.length();
    }

    /** Names the event, and leaves its data out. */
    @Override
    public String toString() {
        return "OutgoingEnvelope[id=" + id + ", type=" + type + ", " + data.length + " bytes]";
    }
}
