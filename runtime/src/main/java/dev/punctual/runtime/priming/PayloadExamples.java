package dev.punctual.runtime.priming;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up payloads, one of each type that the build can make up; immutable. */
public final class PayloadExamples {

    private final Map<String, String> examples;

    private PayloadExamples(Map<String, String> examples) {
        this.examples = Map.copyOf(examples);
    }

    /**
     * @param types the names of payload types: a class itself would be initialised with the application
     * @param base64 one payload for each type, in the same order
     */
    public static PayloadExamples of(List<String> types, List<String> base64) {
        Map<String, String> examples = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            examples.put(types.get(i), base64.get(i));
        }
        return new PayloadExamples(examples);
    }

    /** A payload of a type; empty where the build could not make one up. */
    public Optional<byte[]> of(Class<?> type) {
        return Optional.ofNullable(examples.get(type.getName())).map(Base64.getDecoder()::decode);
    }
}
