package dev.punctual.runtime.priming;

import java.util.List;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** Carries what the build made up into the running application. */
@Recorder
public class PrimingRecorder {

    /**
     * The examples of payloads.
     *
     * @param types the names of their classes
     * @param base64 one for each type, in the same order
     */
    public RuntimeValue<PayloadExamples> examples(List<String> types, List<String> base64) {
        return new RuntimeValue<>(PayloadExamples.of(types, base64));
    }
}
