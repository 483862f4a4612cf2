package dev.punctual.runtime.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.punctual.runtime.config.PunctualConfig.SourceConfig;

/** What sources are named where they are deployed; immutable. */
public final class SourceNames {

    /** Those of the annotations, whatever is configured. */
    public static final SourceNames DECLARED = new SourceNames(Map.of());

    private final Map<String, SourceConfig> configured;

    /**
     * @param configured the configuration by the name that annotations give
     */
    public SourceNames(Map<String, SourceConfig> configured) {
        this.configured = configured;
    }

    /** The name of a stream or queue where it is deployed: that of the annotation, if no other is configured. */
    public String of(String source) {
        return Optional.ofNullable(configured.get(source)).flatMap(SourceConfig::name).orElse(source);
    }

    /**
     * No two sources of the application are one where they are deployed.
     *
     * @throws IllegalArgumentException if two are: nothing would tell their events apart
     */
    public void requireDistinct(Collection<String> sources) {
        Map<String, String> owners = new HashMap<>();
        for (String source : sources) {
            String before = owners.put(of(source), source);
            if (before != null && !before.equals(source)) {
                throw new IllegalArgumentException("quarkus.punctual.source: both '" + before + "' and '" + source
                        + "' are named '" + of(source) + "'; give one of them another name");
            }
        }
    }
}
