package dev.punctual.deployment;

import java.util.List;

import dev.punctual.runtime.EventFunction;
import dev.punctual.runtime.FunctionLoop;
import dev.punctual.runtime.RoutingBeans;
import dev.punctual.runtime.logging.LogContext;
import dev.punctual.runtime.logging.LoggingBeans;
import dev.punctual.runtime.sqs.DeadLetterBeans;
import io.quarkus.amazon.lambda.deployment.ProvidedAmazonLambdaHandlerBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;

/** Makes the application a Lambda function whose entry is ours. */
class PunctualProcessor {

    private static final String FEATURE = "punctual";

    /**
     * The beans of the runtime. They are named one by one, because an index of the runtime's jar would show Quarkus a
     * second Lambda handler, which it refuses beside a provided one.
     */
    private static final List<Class<?>> RUNTIME_BEANS = List.of(EventFunction.class, FunctionLoop.class, LogContext.class,
            LoggingBeans.class);

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

    @BuildStep
    AdditionalBeanBuildItem routingBeans() {
        return AdditionalBeanBuildItem.builder().addBeanClass(RoutingBeans.class).setRemovable().build();
    }

    /** For applications that inject them; removed from all others. */
    @BuildStep
    AdditionalBeanBuildItem deadLetterBeans() {
        return AdditionalBeanBuildItem.builder().addBeanClass(DeadLetterBeans.class).setRemovable().build();
    }

    /**
     * An unreachable queue must not be waited for without end, as the SDK would; yet the first call of a cold process on
     * little CPU takes seconds, and one that is given up in the dead-letter function hides its letter for minutes.
     */
    @BuildStep
    void boundedCalls(BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.sqs.api-call-timeout", "10S"));
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.sqs.api-call-attempt-timeout", "4S"));
    }
}
