package dev.punctual.aggregation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of keys that is written: each key once, in the order of their first use. */
final class KeyTable {

    private final Map<String, Integer> indices = new HashMap<>();
    private final List<byte[]> entries = new ArrayList<>();
    private int size;

    /** The index of a key, which is new or not. */
    int indexOf(String key) {
        return indices.getOrDefault(key, entries.size());
    }

    /** How many bytes the table would grow by. */
    int growthWith(String key) {
        return indices.containsKey(key) ? 0 : Wire.sizeOfField(Utf8.length(key));
    }

    int add(String key) {
        Integer known = indices.putIfAbsent(key, entries.size());
        if (known != null) {
            return known;
        }
        byte[] entry = key.getBytes(StandardCharsets.UTF_8);
        entries.add(entry);
        size += Wire.sizeOfField(entry.length);
        return entries.size() - 1;
    }

    /** How many bytes it takes. */
    int size() {
        return size;
    }

    void writeTo(WireWriter out, int tag) {
        for (byte[] entry : entries) {
            out.bytes(tag, entry);
        }
    }

    void clear() {
        indices.clear();
        entries.clear();
        size = 0;
    }
}
