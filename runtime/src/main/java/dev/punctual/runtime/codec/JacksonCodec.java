package dev.punctual.runtime.codec;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;

import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.json.JsonFault;

/** Reads and writes a payload as JSON with Jackson's databind; safe for use by several threads. */
public final class JacksonCodec implements EventCodec<Object> {

    private final Supplier<ObjectMapper> mapper;
    private final Class<?> type;
    private volatile @Nullable Binding binding;

    /**
     * @param mapper the application's, as it is configured; not changed, and asked for on first need
     * @param type the payload type
     */
    public JacksonCodec(Supplier<ObjectMapper> mapper, Class<?> type) {
        this.mapper = mapper;
        this.type = type;
    }

    /** Finds out how to read the type, which takes long; else the first payload does. */
    public void prepare() {
        binding();
    }

    private Binding binding() {
        Binding known = binding;
        if (known == null) {
            ObjectMapper found = mapper.get();
            known = new Binding(found.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS),
                    found.writerFor(type));
            binding = known;
        }
        return known;
    }

    private record Binding(ObjectReader reader, ObjectWriter writer) {
    }

    @Override
    public Object decode(byte[] payload) throws UndecodableException {
        Object value;
        try {
            value = binding().reader().readValue(payload);
        } catch (JsonMappingException e) {
            throw new UndecodableException(
                    "the JSON does not fit " + type.getName() + at(e) + " (" + e.getClass().getSimpleName() + ")");
        } catch (JacksonException e) {
            throw new UndecodableException(
                    "the payload is not JSON" + JsonFault.place(e) + " (" + e.getClass().getSimpleName() + ")");
        } catch (IOException e) {
            throw new UndecodableException("the payload cannot be read: " + e.getClass().getName());
        }
        if (value == null) {
            throw new UndecodableException("the payload is the JSON literal null, not a " + type.getName());
        }
        return value;
    }

    @Override
    public byte[] encode(Object payload) {
        try {
            return binding().writer().writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a " + type.getName() + " cannot be written as JSON (" + e.getClass().getSimpleName() + ")");
        }
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    private String at(JsonMappingException e) {
        return e.getPath().isEmpty() ? "" : " at $" + e.getPath().stream().map(this::step).collect(Collectors.joining());
    }

    // A name that the class does not know, such as a map's key, is payload: it is not told.
    private String step(JsonMappingException.Reference reference) {
        String field = reference.getFieldName();
        if (field == null) {
            return "[" + reference.getIndex() + "]";
        }
        Class<?> owner = reference.getFrom() instanceof Class<?> type ? type : reference.getFrom().getClass();
        return properties(owner).anyMatch(property -> property.getName().equals(field)) ? "." + field : ".*";
    }

    private Stream<BeanPropertyDefinition> properties(Class<?> owner) {
        DeserializationConfig config = binding().reader().getConfig();
        return config.introspect(config.constructType(owner)).findProperties().stream();
    }
}
