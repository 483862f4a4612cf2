package dev.punctual.testkit.handler;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.punctual.PartitionKey;
import dev.punctual.event.CorrelationAttributes;
import dev.punctual.publish.EventSerializer;

/** Writes published events as CloudEvents in JSON, their payloads with Jackson; finds partition keys by reflection. */
public final class EventJson implements EventSerializer {

    private final ObjectMapper mapper;

    /**
     * @param mapper writes payloads
     */
    public EventJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public byte[] serialize(String stream, Complete event) {
        ObjectNode json = mapper.createObjectNode();
        json.put("specversion", "1.0");
        json.put("id", event.id());
        json.put("source", event.source().isEmpty() ? "/test" : event.source());
        json.put("type", event.type());
        json.put("time", event.time().toString());
        CorrelationAttributes.of(event.correlation()).forEach(json::put);
        try {
            if (event.payload() instanceof byte[] bytes) {
                json.put("data_base64", bytes);
            } else {
                json.set("data", mapper.valueToTree(event.payload()));
            }
            return mapper.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a " + event.payload().getClass().getName()
                            + " cannot be published, since Jackson does not write it as JSON",
                    e);
        }
    }

    @Override
    public String partitionKey(Object payload) {
        return marked(payload.getClass()).map(name -> BusinessKey.of(payload.getClass(), name).apply(payload)).orElse("");
    }

    private static Optional<String> marked(Class<?> type) {
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods()).filter(EventJson::isMarked).map(Method::getName);
        Stream<String> fields = Arrays.stream(type.getDeclaredFields()).filter(EventJson::isMarked)
                .map(field -> field.getName());
        return Stream.concat(methods, fields).findFirst();
    }

    private static boolean isMarked(AnnotatedElement element) {
        return element.isAnnotationPresent(PartitionKey.class);
    }
}
