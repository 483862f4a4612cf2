package dev.punctual.wire.cloudevents;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.punctual.event.ContentTypes;

/**
 * An event that is about to be published; immutable.
 *
 * @param id unique for its source, never empty
 * @param source what it comes from, a URI reference, never empty
 * @param type never empty
 * @param subject what of the source it is about, or an empty string
 * @param time when it happened
 * @param correlationId the id of its business transaction, or an empty string
 * @param partitionKey or an empty string
 * @param contentType the data's media type, or an empty string where it is not known
 * @param data the payload, not copied
 * @param extensions further attributes by name: lower-case letters and digits, at most 20; not copied
 */
public record OutgoingEnvelope(String id, String source, String type, String subject, Instant time, String correlationId,
        String partitionKey, String contentType, byte[] data, Map<String, String> extensions) {

    private static final Set<String> TAKEN = Set.of("id", "source", "type", "subject", "time", "specversion", "data",
            "datacontenttype", "dataschema", "correlationid", "partitionkey");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");

    /**
     * @throws IllegalArgumentException if what must be there is empty, or an extension's name is none
     */
    public OutgoingEnvelope {
        require("id", id);
        require("source", source);
        require("type", type);
        for (String name : extensions.keySet()) {
            if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' cannot be a CloudEvent's extension: expected 1 to 20"
                        + " lower-case letters and digits, and no attribute of CloudEvents' own");
            }
        }
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
                + field("subject", subject) + field("correlationid", correlationId) + field("partitionkey", partitionKey);
        for (Map.Entry<String, String> extension : extensions.entrySet()) {
            size += field(extension.getKey(), extension.getValue());
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
