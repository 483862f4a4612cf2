package dev.punctual.runtime.priming;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up payloads, one of each type that the build can make up; immutable. */
public final class PayloadExamples {

    private final Map<Class<?>, String> examples;

    private PayloadExamples(Map<Class<?>, String> examples) {
        this.examples = Map.copyOf(examples);
    }

    /**
     * @param types payload types
     * @param base64 one payload for each type, in the same order
     */
    public static PayloadExamples of(List<Class<?>> types, List<String> base64) {
        Map<Class<?>, String> examples = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            examples.put(types.get(i), base64.get(i));
        }
        return new PayloadExamples(examples);
    }

    /** A payload of a type; empty where the build could not make one up. */
    public Optional<byte[]> of(Class<?> type) {
        return Optional.ofNullable(examples.get(type)).map(Base64.getDecoder()::decode);
    }
}
