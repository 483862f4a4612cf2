package dev.punctual.deployment.codec;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.jackson.runtime.JacksonBuildTimeConfig;

/** Finds what makes an application's ObjectMapper differ from the one that generated codecs agree with. */
final class JacksonCustoms {

    private static final DotName CUSTOMIZER = DotName.createSimple("io.quarkus.jackson.ObjectMapperCustomizer");
    private static final DotName MAPPER = DotName.createSimple("com.fasterxml.jackson.databind.ObjectMapper");
    private static final DotName MIXIN = DotName.createSimple("io.quarkus.jackson.JacksonMixin");

    private JacksonCustoms() {
    }

    /** Why Jackson has to read and write all JSON, empty if it need not. */
    static Optional<String> of(JacksonBuildTimeConfig config, Collection<BeanInfo> beans, IndexView index) {
        return Stream.of(setting(config), bean(beans), mixin(index)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> setting(JacksonBuildTimeConfig config) {
        String changed = config.failOnUnknownProperties() ? "fail-on-unknown-properties"
                : config.writeDatesAsTimestamps() ? "write-dates-as-timestamps"
                        : config.acceptCaseInsensitiveEnums() ? "accept-case-insensitive-enums"
                                : config.serializationInclusion().isPresent() ? "serialization-inclusion"
                                        : config.propertyNamingStrategy().isPresent() ? "property-naming-strategy"
                                                : isUtc(config) ? "" : "timezone";
        return changed.isEmpty() ? Optional.empty() : Optional.of("quarkus.jackson." + changed + " is set");
    }

    private static boolean isUtc(JacksonBuildTimeConfig config) {
        return config.timezone().normalized().equals(ZoneOffset.UTC);
    }

    private static Optional<String> bean(Collection<BeanInfo> beans) {
        return beans.stream().filter(bean -> bean.getTypes().stream()
                .anyMatch(type -> type.name().equals(CUSTOMIZER) || type.name().equals(MAPPER)))
                .map(bean -> bean.getBeanClass().toString()).filter(name -> !name.startsWith("io.quarkus.")).sorted()
                .findFirst().map(name -> name + " customises the ObjectMapper");
    }

    private static Optional<String> mixin(IndexView index) {
        return index.getAnnotations(MIXIN).stream().map(mixin -> mixin.target().asClass().name().toString()).sorted()
                .findFirst().map(name -> name + " is a mixin");
    }
}
