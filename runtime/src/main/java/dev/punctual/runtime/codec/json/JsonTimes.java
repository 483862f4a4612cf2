package dev.punctual.runtime.codec.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.UndecodableException;

/** Reads and writes dates and times as strings in ISO 8601; null for null, both ways. */
public final class JsonTimes {

    private JsonTimes() {
    }

    /** A moment, such as {@code 2026-11-23T12:00:00Z}. */
    public static @Nullable Instant readInstant(JsonReader in) throws UndecodableException {
        return read(in, "a moment like 2026-11-23T12:00:00Z", Instant::parse);
    }

    /** A date, such as {@code 2026-11-23}. */
    public static @Nullable LocalDate readLocalDate(JsonReader in) throws UndecodableException {
        return read(in, "a date like 2026-11-23", LocalDate::parse);
    }

    /** A date and time without offset, such as {@code 2026-11-23T12:00:00}. */
    public static @Nullable LocalDateTime readLocalDateTime(JsonReader in) throws UndecodableException {
        return read(in, "a time like 2026-11-23T12:00:00", LocalDateTime::parse);
    }

    /** A date and time with offset, such as {@code 2026-11-23T12:00:00+01:00}; the same moment in UTC, as Jackson has it. */
    public static @Nullable OffsetDateTime readOffsetDateTime(JsonReader in) throws UndecodableException {
        return read(in, "a time like 2026-11-23T12:00:00+01:00",
                text -> OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static <T> @Nullable T read(JsonReader in, String what, Function<String, T> parser) throws UndecodableException {
        String text = JsonValues.text(in);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            throw in.fault(what + " is expected");
        }
    }

    /** A string. */
    public static void write(JsonWriter out, @Nullable Instant value) {
        out.write(value == null ? null : value.toString());
    }

    /** A string. */
    public static void write(JsonWriter out, @Nullable LocalDate value) {
        out.write(value == null ? null : value.toString());
    }

    /** A string, its seconds always told. */
    public static void write(JsonWriter out, @Nullable LocalDateTime value) {
        out.write(value == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value));
    }

    /** A string, its seconds always told. */
    public static void write(JsonWriter out, @Nullable OffsetDateTime value) {
        out.write(value == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
    }
}
