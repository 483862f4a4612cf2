package dev.punctual.deployment;

import java.util.stream.Stream;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import dev.punctual.runtime.logging.VertxLogIds;
import dev.punctual.runtime.metrics.MicrometerListener;
import dev.punctual.runtime.metrics.emf.EmfBeans;
import dev.punctual.runtime.metrics.emf.MeterRegistryBeans;
import dev.punctual.runtime.tracing.TracingBeans;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** Metrics, traces and what logs know, for applications that have the extensions for them, switched on. */
class ObservationProcessor {

    private static final String METER_REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

    @BuildStep
    void metrics(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (hasMetrics(capabilities)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(MicrometerListener.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(EmfBeans.class));
            if (!capabilities.isPresent(Capability.METRICS)) {
                beans.produce(AdditionalBeanBuildItem.unremovableOf(MeterRegistryBeans.class));
            }
        }
    }

    @BuildStep
    void logs(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.VERTX)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(VertxLogIds.class));
        }
    }

    @BuildStep
    void traces(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (hasTraces(capabilities)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(TracingBeans.class));
        }
    }

    /** Whether the application has a registry of Micrometer's: that of Quarkus' extension, or, without it, the library's. */
    static boolean hasMetrics(Capabilities capabilities) {
        return QuarkusClassLoader.isClassPresentAtRuntime(METER_REGISTRY) && areOn("quarkus.micrometer.enabled");
    }

    /** Whether the application records traces. */
    static boolean hasTraces(Capabilities capabilities) {
        return capabilities.isPresent(Capability.OPENTELEMETRY_TRACER)
                && areOn("quarkus.otel.enabled", "quarkus.otel.traces.enabled");
    }

    /** Whether none of these switches of other extensions, which are fixed at build time and on by default, is off. */
    static boolean areOn(String... switches) {
        Config config = ConfigProvider.getConfig();
        return Stream.of(switches).allMatch(name -> config.getOptionalValue(name, Boolean.class).orElse(true));
    }
}
