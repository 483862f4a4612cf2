package dev.punctual.local.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** One table; guarded by the lock of {@link TableService}. */
final class Table {

    private static final int LONGEST_KEY = 2_048;
    private static final int LARGEST_ITEM = 400 * 1_024;

    final String name;
    final List<String> keyNames;
    @Nullable
    String timeToLive;
    private final Map<List<JsonNode>, Map<String, JsonNode>> items = new LinkedHashMap<>();

    Table(String name, List<String> keyNames) {
        this.name = name;
        this.keyNames = List.copyOf(keyNames);
    }

    /** The key of an item, which may have other attributes. */
    List<JsonNode> keyOf(Map<String, JsonNode> item) {
        return keyNames.stream().map(part -> {
            JsonNode value = item.get(part);
            if (value == null) {
                throw TableException.validation("One of the required keys was not given a value: " + part);
            }
            int length = value.path("S").asText("?").getBytes(StandardCharsets.UTF_8).length;
            if (length < 1 || length > LONGEST_KEY) {
                throw TableException.validation("One or more parameter values were invalid: the key " + part + " has " + length
                        + " bytes, must have 1 to " + LONGEST_KEY);
            }
            return value;
        }).toList();
    }

    /** The key that a request gives. */
    List<JsonNode> key(Map<String, JsonNode> key) {
        if (key.size() != keyNames.size()) {
            throw TableException.validation("The provided key element does not match the schema");
        }
        return keyOf(key);
    }

    @Nullable
    Map<String, JsonNode> find(List<JsonNode> key) {
        return items.get(key);
    }

    Map<String, JsonNode> attributes(List<JsonNode> key) {
        return items.getOrDefault(key, Map.of());
    }

    static void checkSize(Map<String, JsonNode> item) {
        if (AttributeValues.size(item) > LARGEST_ITEM) {
            throw TableException.validation("Item size has exceeded the maximum allowed size");
        }
    }

    void put(Map<String, JsonNode> item) {
        items.put(keyOf(item), Map.copyOf(item));
    }

    void delete(List<JsonNode> key) {
        items.remove(key);
    }

    List<Map<String, JsonNode>> all() {
        return List.copyOf(items.values());
    }
}
