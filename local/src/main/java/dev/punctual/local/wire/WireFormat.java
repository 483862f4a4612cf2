package dev.punctual.local.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.testkit.aws.AwsException;

/** How AWS's JSON protocols write a structure: as JSON or as CBOR, told by the content type. */
public enum WireFormat {

    /** Timestamps are seconds with a fraction, bytes are base64. */
    JSON_1_0("application/x-amz-json-1.0", WireMappers.json()),

    /** The same as {@link #JSON_1_0}, but for its name. */
    JSON_1_1("application/x-amz-json-1.1", WireMappers.json()),

    /** Timestamps are milliseconds with tag 1, bytes are bytes: what AWS's SDK for Java speaks to Kinesis. */
    CBOR_1_1("application/x-amz-cbor-1.1", WireMappers.cbor());

    private final String contentType;
    private final ObjectMapper mapper;

    WireFormat(String contentType, ObjectMapper mapper) {
        this.contentType = contentType;
        this.mapper = mapper;
    }

    /**
     * The format of a content type, whose parameters such as {@code charset} are ignored; {@code application/json} is JSON 1.1.
     */
    public static Optional<WireFormat> of(String contentType) {
        String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (bare.equals("application/json")) {
            return Optional.of(JSON_1_1);
        }
        return Arrays.stream(values()).filter(format -> format.contentType.equals(bare)).findFirst();
    }

    /** As it stands in the header {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    /**
     * Reads a structure; an empty body is an empty structure.
     *
     * @throws AwsException {@code SerializationException}, when the bytes are not of this format or not of this shape
     */
    public <T> T read(byte[] body, Class<T> shape) {
        try {
            T read = body.length == 0 ? mapper.treeToValue(mapper.createObjectNode(), shape) : mapper.readValue(body, shape);
            if (read == null) {
                throw malformed("a structure was expected, got null");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw malformed(e.getOriginalMessage());
        } catch (IOException e) {
            throw malformed("the body ends too early");
        }
    }

    /** Writes a structure. */
    public byte[] write(Object structure) {
        try {
            return mapper.writeValueAsBytes(structure);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a " + structure.getClass().getName() + " as " + contentType, e);
        }
    }

    private AwsException malformed(String what) {
        return new AwsException("SerializationException", "The body is no valid " + contentType + ": " + what, 400);
    }
}
