package dev.punctual.testkit.mapping.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The event of a batch: {@code {"Records":[…]}}, put together from records that are JSON already. */
public final class LambdaEvent {

    /** The largest event Lambda hands to a function, in bytes (Lambda's quota on synchronous payloads). */
    public static final int MAXIMUM_BYTES = 6 * 1024 * 1024;

    private static final byte[] START = "{\"Records\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    private LambdaEvent() {
    }

    /** The event with these records. */
    public static byte[] of(List<byte[]> records) {
        var event = new ByteArrayOutputStream();
        event.writeBytes(START);
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                event.write(',');
            }
            event.writeBytes(records.get(i));
        }
        event.writeBytes(END);
        return event.toByteArray();
    }

    /**
     * How many of these records, from the first, fit into one event.
     *
     * @param records JSON of each
     * @return at least 1 if there are records; a single record may be too large by itself
     */
    public static int fitting(List<byte[]> records) {
        long bytes = START.length + END.length;
        int count = 0;
        for (var record : records) {
            bytes += (long) record.length + (count > 0 ? 1 : 0);
            if (bytes > MAXIMUM_BYTES && count > 0) {
                break;
            }
            count++;
        }
        return count;
    }
}
