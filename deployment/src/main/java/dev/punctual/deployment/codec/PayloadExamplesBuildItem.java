package dev.punctual.deployment.codec;

import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;

/** Made-up payloads, one of each type that one can be made up of, in a stable order. */
public final class PayloadExamplesBuildItem extends SimpleBuildItem {

    /** A payload of a type. */
    public record Example(Class<?> type, byte[] payload) {
    }

    private final List<Example> all;

    PayloadExamplesBuildItem(List<Example> all) {
        this.all = List.copyOf(all);
    }

    /** Each type once. */
    public List<Example> all() {
        return all;
    }
}
