package dev.punctual.runtime.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.spi.EventCodec;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** Carries the codecs that the build chose into the running application. */
@Recorder
public class CodecRecorder {

    /** Hands bytes on as they are. */
    public RuntimeValue<EventCodec<?>> bytes() {
        return new RuntimeValue<>(new BytesCodec());
    }

    /** A bean of the application's, which is asked for on first use. */
    public RuntimeValue<EventCodec<?>> own(String bean) {
        return new RuntimeValue<>(new BeanCodec(bean));
    }

    /** Binds a type with the application's mapper, which is asked for on first use. */
    public RuntimeValue<EventCodec<?>> jackson(Class<?> type) {
        return new RuntimeValue<>(new JacksonCodec(() -> Arc.container().instance(ObjectMapper.class).get(), type));
    }

    /**
     * The registry of the application's codecs.
     *
     * @param types the names of their classes
     * @param codecs one for each type, in the same order
     */
    public RuntimeValue<PayloadCodecs> codecs(List<String> types, List<RuntimeValue<EventCodec<?>>> codecs) {
        Map<String, EventCodec<?>> byType = new HashMap<>();
        for (int i = 0; i < types.size(); i++) {
            byType.put(types.get(i), codecs.get(i).getValue());
        }
        return new RuntimeValue<>(new PayloadCodecs(byType));
    }
}
