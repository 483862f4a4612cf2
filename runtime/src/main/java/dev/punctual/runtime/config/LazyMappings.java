package dev.punctual.runtime.config;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.configuration.ConfigBuilder;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilder.MappingBuilder;

/**
 * Reads the configuration of extensions when one first asks something of it: a function asks that of a few, and SmallRye Config
 * would read them all at its start. What an application maps itself is read, and refused, at the start as ever. The build
 * generates what extends this, and a class for each mapping that stands in for it.
 */
public abstract class LazyMappings implements ConfigBuilder {

    /** How the names of the interfaces begin that extensions map. */
    public static final List<String> EXTENSIONS = List.of("io.quarkus.", "io.quarkiverse.", "dev.punctual.runtime.");

    private final Supplier<SmallRyeConfig> config;

    /** Mappings are read from the configuration of the application. */
    protected LazyMappings() {
        this(() -> ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
    }

    /** @param config what mappings are read from */
    protected LazyMappings(Supplier<SmallRyeConfig> config) {
        this.config = config;
    }

    /**
     * What stands in for a mapping.
     *
     * @param type the name of its interface
     * @param mapping reads it at the first call
     * @return null for a mapping that is read at the start
     */
    protected abstract @Nullable Object standIn(String type, Supplier<Object> mapping);

    @Override
    public SmallRyeConfigBuilder configBuilder(SmallRyeConfigBuilder builder) {
        MappingBuilder mappings = builder.getMappingsBuilder();
        for (ConfigClass mapping : List.copyOf(mappings.getMappings())) {
            Object standIn = standIn(mapping.getType().getName(), new Reading(mapping, config));
            if (standIn != null) {
                mappings.getMappings().remove(mapping);
                mappings.mappingInstance(mapping, standIn);
            }
        }
        if (mappings.getMappings().stream().allMatch(LazyMappings::isOfExtension)) {
            // Whether a mapping knows all names under its prefix is asked for the application's own; Quarkus asks for the others.
            builder.withValidateUnknown(false);
        }
        return builder;
    }

    private static boolean isOfExtension(ConfigClass mapping) {
        return EXTENSIONS.stream().anyMatch(mapping.getType().getName()::startsWith);
    }

    /** After all that add mappings. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    /** Reads a mapping once. */
    private static final class Reading implements Supplier<Object> {

        private final ConfigClass mapping;
        private final Supplier<SmallRyeConfig> config;
        private @Nullable Object read;

        Reading(ConfigClass mapping, Supplier<SmallRyeConfig> config) {
            this.mapping = mapping;
            this.config = config;
        }

        @Override
        public synchronized Object get() {
            if (read == null) {
                SmallRyeConfig source = config.get();
                // Those of properties, since of these alone nothing is told that they do not know: other mappings may.
                ConfigMappings.registerConfigProperties(source, Set.of(mapping));
                read = source.getConfigMapping(mapping.getType(), mapping.getPrefix());
            }
            return read;
        }
    }
}
