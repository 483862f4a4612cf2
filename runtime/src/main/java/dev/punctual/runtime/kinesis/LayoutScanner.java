package dev.punctual.runtime.kinesis;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import dev.punctual.event.EventSource;

/**
 * Walks over a batch's first record to find where its values stand. It knows no more of JSON than Lambda uses: no white space,
 * no escapes, ASCII only; for anything else it gives up.
 */
final class LayoutScanner {

    private static final int GIVEN_UP = -1;

    private final byte[] json;
    private final int[] texts = new int[2 * (RecordLayout.END + 1)];
    private int at;
    private int next;
    private String sequenceNumber = "";
    private String shardId = "";
    private String arn = "";
    private String eventSource = "";

    LayoutScanner(byte[] json, int start) {
        this.json = json;
        this.at = start;
        texts[0] = start;
    }

    @Nullable
    RecordLayout scan() {
        if (!object(true) || next != RecordLayout.END || !eventSource.equals(KinesisEvents.SOURCE)) {
            return null;
        }
        texts[2 * next + 1] = at;
        try {
            return new RecordLayout(texts, EventSource.ofArn(arn), shardId);
        } catch (IllegalArgumentException e) {
            // The reader of any JSON tells what is wrong with it.
            return null;
        }
    }

    private boolean object(boolean outer) {
        if (!take('{')) {
            return false;
        }
        do {
            String name = string();
            if (name == null || !take(':') || !(outer ? outerField(name) : kinesisField(name))) {
                return false;
            }
        } while (take(','));
        return take('}');
    }

    private boolean outerField(String name) {
        switch (name) {
            case "kinesis":
                return next == RecordLayout.PARTITION_KEY && object(false);
            case "eventID":
                return eventId();
            case "eventSource":
                eventSource = once(eventSource);
                return !eventSource.isEmpty();
            case "eventSourceARN":
                arn = once(arn);
                return !arn.isEmpty();
            default:
                return string() != null;
        }
    }

    private boolean kinesisField(String name) {
        switch (name) {
            case "partitionKey":
                return isText(RecordLayout.PARTITION_KEY);
            case "sequenceNumber":
                int start = at + 1;
                boolean found = isText(RecordLayout.SEQUENCE_NUMBER);
                sequenceNumber = found ? new String(json, start, at - 1 - start, StandardCharsets.US_ASCII) : "";
                return found && !sequenceNumber.isEmpty();
            case "data":
                return isText(RecordLayout.DATA);
            case "approximateArrivalTimestamp":
                return isArrival();
            default:
                return string() != null;
        }
    }

    /** A value that is a text, the next of those that differ. */
    private boolean isText(int value) {
        int start = at + 1;
        if (next != value || string() == null) {
            return false;
        }
        value(start, at - 1);
        return true;
    }

    private boolean isArrival() {
        int start = at;
        while (at < json.length && (json[at] == '.' || json[at] >= '0' && json[at] <= '9')) {
            at++;
        }
        if (next != RecordLayout.ARRIVAL || at == start) {
            return false;
        }
        value(start, at);
        return true;
    }

    private boolean eventId() {
        int start = at + 1;
        String id = string();
        int number = id == null ? GIVEN_UP : id.length() - sequenceNumber.length();
        if (next != RecordLayout.SEQUENCE_NUMBER_AGAIN || id == null || number < 1 || !id.endsWith(sequenceNumber)
                || id.indexOf(':') != number - 1) {
            return false;
        }
        shardId = id.substring(0, number - 1);
        value(start + number, at - 1);
        return true;
    }

    /** The text before a value ends where it begins, and that behind it begins where it ends. */
    private void value(int start, int end) {
        texts[2 * next + 1] = start;
        next++;
        texts[2 * next] = end;
    }

    private String once(String known) {
        String value = string();
        return value == null || !known.isEmpty() ? "" : value;
    }

    private boolean take(char expected) {
        if (at < json.length && json[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private @Nullable String string() {
        if (!take('"')) {
            return null;
        }
        int start = at;
        at = endOfText(json, start);
        if (at == GIVEN_UP) {
            at = json.length;
            return null;
        }
        at++;
        return new String(json, start, at - 1 - start, StandardCharsets.US_ASCII);
    }

    /** Where the closing quote stands, or -1 if the text has something in it that must be looked at. */
    static int endOfText(byte[] json, int start) {
        for (int i = start; i < json.length; i++) {
            byte next = json[i];
            if (next == '"') {
                return i;
            }
            if (next < ' ' || next == '\\') {
                return GIVEN_UP;
            }
        }
        return GIVEN_UP;
    }
}
