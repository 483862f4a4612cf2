package dev.punctual.runtime.kinesis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;

/**
 * Reads a batch whose records are all laid out like the first one, as Lambda writes them; for one batch. What it reads is what
 * the reader of any JSON would; where it is not sure of that, it gives up.
 */
final class SameLayout {

    private static final byte[] HEAD = "{\"Records\":[".getBytes(StandardCharsets.US_ASCII);
    /** More seconds than this need a look; fewer digits of them hold every year until 5138. */
    private static final int SECONDS_DIGITS = 11;
    private static final int NANOS_DIGITS = 9;

    private final byte[] json;
    private final RecordLayout layout;
    private final Base64Text base64 = new Base64Text();
    private int at;
    private int numberAt;
    private String partitionKey = "";
    private String sequenceNumber = "";
    private Instant arrival = Instant.EPOCH;

    private SameLayout(byte[] json, RecordLayout layout) {
        this.json = json;
        this.layout = layout;
        this.at = HEAD.length;
    }

    /** The items of a batch; null if it is written otherwise than Lambda does, or holds something unusual. */
    static @Nullable List<BatchItem> read(byte[] json) {
        if (json.length < HEAD.length || !Arrays.equals(json, 0, HEAD.length, HEAD, 0, HEAD.length)) {
            return null;
        }
        RecordLayout layout = RecordLayout.learn(json, HEAD.length);
        return layout == null ? null : new SameLayout(json, layout).all();
    }

    private @Nullable List<BatchItem> all() {
        List<BatchItem> items = new ArrayList<>(json.length / layout.constantLength() + 1);
        do {
            BatchItem item = item();
            if (item == null) {
                return null;
            }
            items.add(item);
        } while (take(','));
        return take(']') && take('}') && at == json.length ? items : null;
    }

    private @Nullable BatchItem item() {
        boolean read = skip(RecordLayout.PARTITION_KEY) && partitionKey()
                && skip(RecordLayout.SEQUENCE_NUMBER) && sequenceNumber()
                && skip(RecordLayout.DATA) && data()
                && skip(RecordLayout.ARRIVAL) && arrival()
                && skip(RecordLayout.SEQUENCE_NUMBER_AGAIN) && sequenceNumberAgain()
                && skip(RecordLayout.END);
        return read ? new BatchItem.Fresh(sequenceNumber, new EventRecord(layout.source(), layout.shardId(), sequenceNumber,
                partitionKey, arrival, base64.bytes())) : null;
    }

    /** Passes over what stands before a value. */
    private boolean skip(int value) {
        return to(layout.behind(value, json, at));
    }

    private boolean partitionKey() {
        int start = at;
        if (!to(LayoutScanner.endOfText(json, start))) {
            return false;
        }
        partitionKey = text(start, at);
        return true;
    }

    private boolean sequenceNumber() {
        numberAt = at;
        at = endOfDigits(at);
        sequenceNumber = text(numberAt, at);
        return at > numberAt;
    }

    private boolean data() {
        int start = at;
        return to(base64.decode(json, start)) && at > start;
    }

    /** Seconds with up to nine decimals. */
    private boolean arrival() {
        int start = at;
        int point = endOfDigits(start);
        if (point == start || point - start > SECONDS_DIGITS || json[start] == '0' || point == json.length) {
            return false;
        }
        at = json[point] == '.' ? endOfDigits(point + 1) : point;
        int decimals = at - point - 1;
        if (decimals == 0 || decimals > NANOS_DIGITS) {
            return false;
        }
        long nanos = number(point + 1, at);
        for (int i = decimals; i < NANOS_DIGITS; i++) {
            nanos *= 10;
        }
        arrival = Instant.ofEpochSecond(number(start, point), nanos);
        return true;
    }

    private boolean sequenceNumberAgain() {
        int end = at + sequenceNumber.length();
        if (end > json.length || !Arrays.equals(json, at, end, json, numberAt, numberAt + sequenceNumber.length())) {
            return false;
        }
        at = end;
        return true;
    }

    private boolean to(int place) {
        at = place;
        return place >= 0;
    }

    private int endOfDigits(int start) {
        int end = start;
        while (end < json.length && json[end] >= '0' && json[end] <= '9') {
            end++;
        }
        return end;
    }

    private long number(int start, int end) {
        long number = 0;
        for (int i = start; i < end; i++) {
            number = 10 * number + json[i] - '0';
        }
        return number;
    }

    private boolean take(char expected) {
        if (at < json.length && json[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    // Digits and what the scanner lets pass are ASCII.
    private String text(int start, int end) {
        return new String(json, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
