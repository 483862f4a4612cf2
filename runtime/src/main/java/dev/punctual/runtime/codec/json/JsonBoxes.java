package dev.punctual.runtime.codec.json;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.UndecodableException;

/** Reads and writes what may be a primitive or null. */
public final class JsonBoxes {

    private JsonBoxes() {
    }

    /** As {@link JsonReader#readInt}, null for null. */
    public static @Nullable Integer readInteger(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : (Integer) in.readInt();
    }

    /** As {@link JsonReader#readLong}, null for null. */
    public static @Nullable Long readLong(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : (Long) in.readLong();
    }

    /** As {@link JsonReader#readShort}, null for null. */
    public static @Nullable Short readShort(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : (Short) in.readShort();
    }

    /** As {@link JsonReader#readByte}, null for null. */
    public static @Nullable Byte readByte(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : (Byte) in.readByte();
    }

    /** As {@link JsonReader#readDouble}, null for null. */
    public static @Nullable Double readDouble(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : (Double) in.readDouble();
    }

    /** As {@link JsonReader#readFloat}, null for null. */
    public static @Nullable Float readFloat(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : (Float) in.readFloat();
    }

    /** As {@link JsonReader#readBoolean}, null for null. */
    public static @Nullable Boolean readBoolean(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : (Boolean) in.readBoolean();
    }

    /** As {@link JsonReader#readChar}, null for null. */
    public static @Nullable Character readCharacter(JsonReader in) throws UndecodableException {
        return in.readNull() ? null : (Character) in.readChar();
    }

    /** An integer of any width, or null. */
    public static void write(JsonWriter out, @Nullable Number value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Double wide) {
            out.write(wide.doubleValue());
        } else if (value instanceof Float narrow) {
            out.write(narrow.floatValue());
        } else {
            out.write(value.longValue());
        }
    }

    /** True, false or null. */
    public static void write(JsonWriter out, @Nullable Boolean value) {
        if (value == null) {
            out.writeNull();
        } else {
            out.write(value.booleanValue());
        }
    }

    /** A string of one character, or null. */
    public static void write(JsonWriter out, @Nullable Character value) {
        out.write(value == null ? null : value.toString());
    }
}
