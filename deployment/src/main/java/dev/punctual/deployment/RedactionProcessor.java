package dev.punctual.deployment;

import java.util.List;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.punctual.runtime.config.Redactions;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.smallrye.config.SmallRyeConfig;

/** Refuses regular expressions that functions could not start with, as far as the build knows them. */
class RedactionProcessor {

    @BuildStep
    void check(BuildProducer<ValidationErrorBuildItem> errors) {
        List<String> known = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)
                .getOptionalValues(Redactions.PROPERTY, String.class).orElse(List.of());
        try {
            Redactions.of(known);
        } catch (IllegalArgumentException e) {
            errors.produce(new ValidationErrorBuildItem(new DeploymentException(e.getMessage(), e)));
        }
    }
}
