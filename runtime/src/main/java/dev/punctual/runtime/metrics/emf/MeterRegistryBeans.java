package dev.punctual.runtime.metrics.emf;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

/** The registry of applications that have Micrometer's library alone, without Quarkus' extension for it. */
@Singleton
public class MeterRegistryBeans {

    private final EmfBeans emf;

    @Inject
    MeterRegistryBeans(EmfBeans emf) {
        this.emf = emf;
    }

    /**
     * That of the lines, where they are written: a composite around it would cost each event more; else Micrometer's global
     * one.
     */
    @Produces
    @Singleton
    MeterRegistry registry() {
        return emf.registry().<MeterRegistry> map(registry -> registry).orElse(Metrics.globalRegistry);
    }
}
