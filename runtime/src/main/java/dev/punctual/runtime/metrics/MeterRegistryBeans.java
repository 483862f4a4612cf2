package dev.punctual.runtime.metrics;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

/** The registry of applications that have Micrometer's library alone, without Quarkus' extension for it. */
@Singleton
public class MeterRegistryBeans {

    /** Micrometer's global one. */
    @Produces
    @Singleton
    MeterRegistry registry() {
        return Metrics.globalRegistry;
    }
}
