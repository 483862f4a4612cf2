package dev.punctual.deployment.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.Type;

import dev.punctual.runtime.codec.json.JsonBoxes;
import dev.punctual.runtime.codec.json.JsonReader;
import dev.punctual.runtime.codec.json.JsonTimes;
import dev.punctual.runtime.codec.json.JsonValues;
import dev.punctual.runtime.codec.json.JsonWriter;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * How the runtime reads and writes a type that is no array and no object in JSON.
 *
 * @param type what is read
 * @param read a method of the reader, or a static one that takes it
 * @param write a method of the writer, or a static one that takes it
 */
record JsonScalar(Class<?> type, MethodDesc read, MethodDesc write) {

    private static final Map<String, JsonScalar> KNOWN = Stream.of(
            plain(String.class, "readString"), plain(boolean.class, "readBoolean"), plain(int.class, "readInt"),
            plain(long.class, "readLong"), plain(double.class, "readDouble"), plain(float.class, "readFloat"),
            plain(char.class, "readChar"), narrow(short.class, "readShort"), narrow(byte.class, "readByte"),
            boxed(Integer.class, "readInteger"), boxed(Long.class, "readLong"), boxed(Short.class, "readShort"),
            boxed(Byte.class, "readByte"), boxed(Double.class, "readDouble"), boxed(Float.class, "readFloat"),
            of(JsonBoxes.class, Boolean.class, "readBoolean", Boolean.class),
            of(JsonBoxes.class, Character.class, "readCharacter", Character.class),
            value(JsonValues.class, BigDecimal.class, "readBigDecimal"),
            value(JsonValues.class, BigInteger.class, "readBigInteger"), value(JsonValues.class, UUID.class, "readUuid"),
            value(JsonValues.class, URI.class, "readUri"), value(JsonValues.class, byte[].class, "readBytes"),
            value(JsonTimes.class, Instant.class, "readInstant"), value(JsonTimes.class, LocalDate.class, "readLocalDate"),
            value(JsonTimes.class, LocalDateTime.class, "readLocalDateTime"),
            value(JsonTimes.class, OffsetDateTime.class, "readOffsetDateTime"))
            .collect(Collectors.toUnmodifiableMap(scalar -> scalar.type().getName(), Function.identity()));

    /** What the runtime knows of a type, empty if nothing. */
    static Optional<JsonScalar> of(Type type) {
        return Optional.ofNullable(KNOWN.get(type.name().toString()));
    }

    private static JsonScalar plain(Class<?> type, String read) {
        return new JsonScalar(type, MethodDesc.of(JsonReader.class, read, type),
                MethodDesc.of(JsonWriter.class, "write", void.class, type));
    }

    private static JsonScalar narrow(Class<?> type, String read) {
        return new JsonScalar(type, MethodDesc.of(JsonReader.class, read, type),
                MethodDesc.of(JsonWriter.class, "write", void.class, int.class));
    }

    private static JsonScalar boxed(Class<?> type, String read) {
        return of(JsonBoxes.class, type, read, Number.class);
    }

    private static JsonScalar value(Class<?> methods, Class<?> type, String read) {
        return of(methods, type, read, type);
    }

    private static JsonScalar of(Class<?> methods, Class<?> type, String read, Class<?> written) {
        return new JsonScalar(type, MethodDesc.of(methods, read, type, JsonReader.class),
                MethodDesc.of(methods, "write", void.class, JsonWriter.class, written));
    }

    /** Whether the methods are those of the reader and the writer themselves. */
    boolean isPlain() {
        return read.owner().equals(JsonReader.class.describeConstable().orElseThrow());
    }
}
