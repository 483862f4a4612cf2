package dev.punctual.runtime.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** Carries what the build knows of published events into the running application. */
@Recorder
public class PublishRecorder {

    /**
     * What reads partition keys.
     *
     * @param accessors one for each type, in the same order
     */
    public RuntimeValue<PartitionKeys> partitionKeys(List<Class<?>> types,
            List<RuntimeValue<Function<Object, String>>> accessors) {
        Map<Class<?>, Function<Object, String>> byType = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            byType.put(types.get(i), accessors.get(i).getValue());
        }
        return new RuntimeValue<>(new PartitionKeys(byType));
    }
}
