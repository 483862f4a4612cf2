package dev.punctual.deployment.codec;

import dev.punctual.runtime.codec.PayloadCodecs;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The codecs of all payload types, as recorders take them. */
public final class PayloadCodecsBuildItem extends SimpleBuildItem {

    private final RuntimeValue<PayloadCodecs> codecs;

    PayloadCodecsBuildItem(RuntimeValue<PayloadCodecs> codecs) {
        this.codecs = codecs;
    }

    /** Stands for the registry at run time. */
    public RuntimeValue<PayloadCodecs> codecs() {
        return codecs;
    }
}
