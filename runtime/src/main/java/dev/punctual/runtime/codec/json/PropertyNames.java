package dev.punctual.runtime.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/** The names of a class's properties, found by their bytes; immutable. */
public final class PropertyNames {

    /** The names of an object that no class knows. */
    static final PropertyNames UNKNOWN = new PropertyNames();

    /** Stands for the elements of an array. */
    static final PropertyNames ELEMENTS = new PropertyNames();

    private final List<String> names;
    private final byte[][] bytes;
    private final byte[][] written;
    private final int[] table;

    /**
     * @param names without duplicates; their order is the one in which they are looked for first
     */
    public PropertyNames(String... names) {
        this.names = List.of(names);
        this.bytes = Arrays.stream(names).map(name -> name.getBytes(UTF_8)).toArray(byte[][]::new);
        this.written = Arrays.stream(names).map(PropertyNames::written).toArray(byte[][]::new);
        this.table = new int[Math.max(4, Integer.highestOneBit(names.length) * 4)];
        for (int i = 0; i < bytes.length; i++) {
            table[freeSlot(hash(bytes[i], 0, bytes[i].length))] = i + 1;
        }
    }

    private static byte[] written(String name) {
        JsonWriter quoted = new JsonWriter(name.length() + 3);
        quoted.write(name);
        quoted.raw((byte) ':');
        return quoted.toBytes();
    }

    private int freeSlot(int hash) {
        int slot = hash & table.length - 1;
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static int hash(byte[] text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ hash >>> 16;
    }

    int count() {
        return bytes.length;
    }

    String name(int index) {
        return names.get(index);
    }

    /** As it is written most often: in quotes, and with its colon. */
    byte[] written(int index) {
        return written[index];
    }

    /** The index of the name that these bytes are, or -1. */
    int find(byte[] text, int start, int end) {
        int slot = hash(text, start, end) & table.length - 1;
        for (int found = table[slot]; found != 0; found = table[slot]) {
            byte[] name = bytes[found - 1];
            if (Arrays.equals(name, 0, name.length, text, start, end)) {
                return found - 1;
            }
            slot = slot + 1 & table.length - 1;
        }
        return -1;
    }

    /** The index of a name, or -1. */
    int find(String name) {
        return names.indexOf(name);
    }
}
