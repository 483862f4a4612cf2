package dev.punctual.wire.envelope;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A notice of objects that S3 sends to a queue when they are made.
 *
 * @param objects the objects, in its order; one or more
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *      structure</a>
 */
public record ObjectNotice(List<Location> objects) {

    /** The largest number of objects that one notice is taken for; S3 itself names one. */
    private static final int MOST_OBJECTS = 100;
    private static final String TEST = "s3:TestEvent";

    /**
     * Where an object is.
     *
     * @param bucket its bucket
     * @param key its key, as it is
     */
    public record Location(String bucket, String key) {

        @Override
        public String toString() {
            return "s3://" + bucket + '/' + key;
        }
    }

    /** What a letter that is made of the notice says. */
    public String detail() {
        return "Lambda gave up records and kept them in " + objects.stream().map(Location::toString)
                .collect(Collectors.joining(", "));
    }

    /** The message of a text: a notice, a test of notices, or nothing where it is neither. */
    static Optional<QueueMessage> read(JsonFactory json, String text) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    fields.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
                }
            }
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can be read", e);
        }
        if (TEST.equals(fields.get("/Event"))) {
            return Optional.of(new QueueMessage.StorageTest());
        }
        return of(fields).<QueueMessage> map(QueueMessage.Objects::new);
    }

    private static Optional<ObjectNotice> of(Map<String, String> fields) {
        List<Location> objects = new ArrayList<>();
        for (int i = 0; i < MOST_OBJECTS; i++) {
            String record = "/Records/" + i;
            String bucket = fields.get(record + "/s3/bucket/name");
            String key = fields.get(record + "/s3/object/key");
            if (!"aws:s3".equals(fields.get(record + "/eventSource")) || bucket == null || key == null) {
                break;
            }
            try {
                // Notices write keys as forms do.
                objects.add(new Location(bucket, URLDecoder.decode(key, StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return objects.isEmpty() ? Optional.empty() : Optional.of(new ObjectNotice(List.copyOf(objects)));
    }
}
