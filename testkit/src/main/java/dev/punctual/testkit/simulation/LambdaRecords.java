package dev.punctual.testkit.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;

/** Reads the batch that a mapping hands to a function. */
final class LambdaRecords {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String DATA = "data";

    private LambdaRecords() {
    }

    static List<BatchItem> read(byte[] payload) {
        return records(payload).stream().map(record -> record.containsKey(DATA) ? fresh(record) : retried(record)).toList();
    }

    /** Reads what the on-failure queue holds: notices go to {@code notices}, parked events have been given up. */
    static List<BatchItem> readGivenUp(byte[] payload, Consumer<String> notices) {
        List<BatchItem> items = new ArrayList<>();
        for (var record : records(payload)) {
            var body = field(record, "body");
            if (Notices.isNotice(body)) {
                notices.accept(body);
            } else {
                items.add(new BatchItem.GivenUp(field(record, "messageId"), ParkedEventEncoding.read(body),
                        "its receives were used up"));
            }
        }
        return items;
    }

    private static BatchItem fresh(Map<String, String> record) {
        var eventId = field(record, "eventID");
        var shardId = eventId.substring(0, eventId.indexOf(':'));
        var millis = new BigDecimal(field(record, "approximateArrivalTimestamp")).movePointRight(3).longValueExact();
        var event = new EventRecord(EventSource.ofArn(field(record, "eventSourceARN")), shardId,
                field(record, "sequenceNumber"), field(record, "partitionKey"), Instant.ofEpochMilli(millis),
                Base64.getDecoder().decode(field(record, DATA)));
        return new BatchItem.Fresh(event.sequenceNumber(), event);
    }

    private static BatchItem retried(Map<String, String> record) {
        return new BatchItem.Retried(field(record, "messageId"), ParkedEventEncoding.read(field(record, "body")));
    }

    private static String field(Map<String, String> record, String name) {
        var value = record.get(name);
        if (value == null) {
            throw new IllegalStateException("a mapping sent a record without " + name + ", it has " + record.keySet());
        }
        return value;
    }

    /** The scalar fields of each record, those of nested objects included. */
    private static List<Map<String, String>> records(byte[] payload) {
        List<Map<String, String>> records = new ArrayList<>();
        try (var json = JSON.createParser(payload)) {
            while (json.nextToken() != JsonToken.START_ARRAY) {
                // {"Records":[
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                records.add(fields(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a mapping sent what is not JSON", e);
        }
        return records;
    }

    private static Map<String, String> fields(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        int depth = 1;
        while (depth > 0) {
            var token = json.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && json.currentName() != null) {
                fields.put(json.currentName(), json.getText());
            }
        }
        return fields;
    }
}
