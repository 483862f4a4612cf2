package dev.punctual.deployment;

import java.util.List;

import dev.punctual.runtime.EventFunction;
import io.quarkus.amazon.lambda.deployment.ProvidedAmazonLambdaHandlerBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;

/** Makes the application a Lambda function whose entry is ours. */
class PunctualProcessor {

    private static final String FEATURE = "punctual";

    /**
     * The beans of the runtime. They are named one by one, because an index of the runtime's jar would show Quarkus a
     * second Lambda handler, which it refuses beside a provided one.
     */
    private static final List<Class<?>> RUNTIME_BEANS = List.of(EventFunction.class);

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ProvidedAmazonLambdaHandlerBuildItem lambdaHandler() {
        return new ProvidedAmazonLambdaHandlerBuildItem(EventFunction.class, "Punctual");
    }

    @BuildStep
    AdditionalBeanBuildItem runtimeBeans() {
        return AdditionalBeanBuildItem.builder().addBeanClasses(RUNTIME_BEANS.toArray(Class<?>[]::new)).setUnremovable()
                .build();
    }
}
