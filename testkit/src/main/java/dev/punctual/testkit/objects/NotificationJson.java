package dev.punctual.testkit.objects;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What S3 tells the destinations of a bucket's notifications.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">AWS's
 *      description</a>
 */
final class NotificationJson {

    private static final JsonFactory JSON = new JsonFactory();

    private NotificationJson() {
    }

    /** What a destination gets when it is set. */
    static String test(String bucket, Instant at) {
        return write(json -> {
            json.writeStringField("Service", "Amazon S3");
            json.writeStringField("Event", "s3:TestEvent");
            json.writeStringField("Time", at.toString());
            json.writeStringField("Bucket", bucket);
        });
    }

    static String created(ObjectCreated created, String region) {
        return write(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("eventVersion", "2.1");
            json.writeStringField("eventSource", "aws:s3");
            json.writeStringField("awsRegion", region);
            json.writeStringField("eventTime", created.at().toString());
            json.writeStringField("eventName", "ObjectCreated:Put");
            json.writeObjectFieldStart("s3");
            json.writeStringField("s3SchemaVersion", "1.0");
            writeBucket(json, created.bucket());
            writeObject(json, created);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static void writeBucket(JsonGenerator json, String bucket) throws IOException {
        json.writeObjectFieldStart("bucket");
        json.writeStringField("name", bucket);
        json.writeStringField("arn", "arn:aws:s3:::" + bucket);
        json.writeEndObject();
    }

    private static void writeObject(JsonGenerator json, ObjectCreated created) throws IOException {
        var object = created.object();
        json.writeObjectFieldStart("object");
        json.writeStringField("key", URLEncoder.encode(object.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
        json.writeNumberField("size", object.content().length);
        json.writeStringField("eTag", object.eTag());
        json.writeStringField("sequencer", "%016X".formatted(created.number()));
        json.writeEndObject();
    }

    private static String write(Content content) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON could not be written to memory", e);
        }
        return text.toString();
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }
}
