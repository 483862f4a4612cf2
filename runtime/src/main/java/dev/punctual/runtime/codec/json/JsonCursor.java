package dev.punctual.runtime.codec.json;

import java.util.Arrays;

import dev.punctual.spi.UndecodableException;

/** A place in a JSON text: the byte at hand, and the objects and arrays around it. */
abstract class JsonCursor {

    /** What {@link #token()} returns at the end of the text. */
    static final int END = 256;

    private static final int USUAL_DEPTH = 8;

    final byte[] json;
    int at;

    private final String type;
    private PropertyNames[] around = new PropertyNames[USUAL_DEPTH];
    private int[] steps = new int[USUAL_DEPTH];
    private int depth;

    JsonCursor(byte[] json, String type) {
        this.json = json;
        this.type = type;
    }

    /** The next byte that is no white space, {@link #END} behind the last one; it is not consumed. */
    final int token() {
        byte[] bytes = json;
        int position = at;
        while (position < bytes.length) {
            int next = bytes[position];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                at = position;
                return next;
            }
            position++;
        }
        at = position;
        return END;
    }

    /** Goes into an object or array; where, {@link #step} tells. */
    final void enter(PropertyNames names) throws UndecodableException {
        if (depth == JsonReader.MAX_DEPTH) {
            throw fault("it is nested deeper than " + JsonReader.MAX_DEPTH + " levels");
        }
        depth++;
        if (depth == steps.length) {
            around = Arrays.copyOf(around, 2 * depth);
            steps = Arrays.copyOf(steps, 2 * depth);
        }
        around[depth] = names;
        steps[depth] = -1;
    }

    final void leave() {
        depth--;
    }

    final PropertyNames names() {
        return around[depth];
    }

    final int step() {
        return steps[depth];
    }

    final void step(int index) {
        steps[depth] = index;
    }

    /** What is wrong here, to be thrown. */
    final UndecodableException fault(String what) {
        return new UndecodableException("the JSON does not fit " + type + " at " + path() + ", byte " + at + ": " + what);
    }

    /** Names that no class knows are payload, and not told. */
    private String path() {
        StringBuilder path = new StringBuilder("$");
        for (int i = 1; i <= depth; i++) {
            PropertyNames names = around[i];
            if (names == PropertyNames.ELEMENTS) {
                path.append('[').append(Math.max(0, steps[i])).append(']');
            } else if (steps[i] < names.count()) {
                path.append(steps[i] < 0 ? "" : "." + names.name(steps[i]));
            } else {
                path.append(".*");
            }
        }
        return path.toString();
    }
}
