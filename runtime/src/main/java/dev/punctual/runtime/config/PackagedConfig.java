package dev.punctual.runtime.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.quarkus.runtime.configuration.ConfigBuilder;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * The properties files that an application was packaged with, known as a class: without it, a function looks for each in all
 * its
 * jars, for the configuration of its static phase and once more for that of its run time. The build generates what extends it.
 *
 * <p>
 * It makes way for the usual search wherever that could find something else: a folder {@code config} in the working directory,
 * or a
 * profile that is chosen at run time. Environment variables, system properties and {@code .env} are read as ever.
 */
public abstract class PackagedConfig implements ConfigBuilder {

    private static final Path FOLDER = Path.of("config");
    private static final List<String> PROFILES = List.of("quarkus.profile", "smallrye.config.profile", "mp.config.profile");

    /** The files, each made by {@link #source}. */
    protected abstract List<ConfigSource> sources();

    /**
     * One file.
     *
     * @param name where it was found
     * @param ordinal its rank, unless the file has a {@code config_ordinal} of its own
     * @param pairs names and values in turn, as they are written: with profiles, and not expanded
     */
    protected static ConfigSource source(String name, int ordinal, String[] pairs) {
        Map<String, String> properties = new HashMap<>(pairs.length);
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put(pairs[i], pairs[i + 1]);
        }
        return new PropertiesConfigSource(properties, name, ordinal);
    }

    @Override
    public SmallRyeConfigBuilder configBuilder(SmallRyeConfigBuilder builder) {
        if (!Files.exists(FOLDER) && PROFILES.stream().noneMatch(PackagedConfig::isTold)) {
            builder.setAddDefaultSources(false).setAddPropertiesSources(false).setAddSystemSources(true).withSources(sources());
        }
        return builder;
    }

    private static boolean isTold(String property) {
        return System.getProperty(property) != null
                || System.getenv(property.toUpperCase(Locale.ROOT).replace('.', '_')) != null;
    }

    /** After Quarkus' own, which asks for the usual search. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }
}
