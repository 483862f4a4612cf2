package dev.punctual.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.ParkedEvent;

/** Knows every record that was put, and finds those that a batch of Lambda's names. */
final class Records {

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, EventRecord> records = new HashMap<>();

    void add(EventRecord record) {
        records.put(record.id(), record);
    }

    List<BatchItem> ofStream(String stream, byte[] batch) {
        return read(batch, record -> fresh(stream + '/' + record.path("eventID").asText()));
    }

    List<BatchItem> ofQueue(String queue, byte[] batch) {
        return read(batch, record -> fresh(queue + '/' + record.path("messageId").asText()));
    }

    List<BatchItem> ofRetryQueue(Function<String, ParkedEvent> parked, byte[] batch) {
        return read(batch, record -> new BatchItem.Retried(record.path("messageId").asText(),
                parked.apply(record.path("body").asText())));
    }

    private BatchItem fresh(String id) {
        EventRecord event = Objects.requireNonNull(records.get(id), id);
        return new BatchItem.Fresh(event.sequenceNumber(), event);
    }

    private List<BatchItem> read(byte[] batch, Function<JsonNode, BatchItem> item) {
        List<BatchItem> items = new ArrayList<>();
        try {
            json.readTree(batch).path("Records").forEach(record -> items.add(item.apply(record)));
        } catch (IOException e) {
            throw new UncheckedIOException("a mapping sent what is not JSON", e);
        }
        return items;
    }
}
