package dev.punctual.deployment;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.inject.spi.DeploymentException;

import dev.punctual.Idempotent;
import dev.punctual.runtime.config.PunctualBuildConfig;
import dev.punctual.runtime.config.PunctualBuildConfig.Kind;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.runtime.LaunchMode;

/** Gives applications with {@code @Idempotent} handlers a ledger; others get nothing of it. */
class LedgerProcessor {

    private static final String EXTENSION = "io.quarkiverse.amazon.dynamodb.runtime.DynamoDbRecorder";
    private static final String PRODUCERS = "dev.punctual.runtime.ledger.";

    /** Applications whose class path has {@code quarkus-amazon-dynamodb}. */
    static class DynamoDbPresent implements BooleanSupplier {
        @Override
        public boolean getAsBoolean() {
            return QuarkusClassLoader.isClassPresentAtRuntime(EXTENSION);
        }
    }

    @BuildStep
    void ledger(CombinedIndexBuildItem index, PunctualBuildConfig config, LaunchModeBuildItem launch,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (!isNeeded(index)) {
            return;
        }
        // By name: the class of one producer needs what may not be there.
        beans.produce(AdditionalBeanBuildItem.unremovableOf(
                producer(config.ledger().kind(), launch.getLaunchMode(), new DynamoDbPresent().getAsBoolean())));
    }

    private static boolean isNeeded(CombinedIndexBuildItem index) {
        return !index.getIndex().getAnnotations(Idempotent.class).isEmpty();
    }

    /** The class of the bean that makes the ledger. */
    static String producer(Optional<Kind> configured, LaunchMode mode, boolean dynamoDbPresent) {
        Kind kind = configured.orElse(mode == LaunchMode.NORMAL ? Kind.DYNAMODB : Kind.MEMORY);
        if (kind == Kind.MEMORY && mode == LaunchMode.NORMAL) {
            throw new DeploymentException("quarkus.punctual.ledger.kind is 'memory': each process of a deployed application"
                    + " would know its own outcomes only; use %dev.quarkus.punctual.ledger.kind and the like, or remove it");
        }
        if (kind == Kind.DYNAMODB && !dynamoDbPresent) {
            throw new DeploymentException("@Idempotent keeps outcomes in DynamoDB, and quarkus-amazon-dynamodb is not on the"
                    + " class path; add the dependency io.quarkiverse.amazonservices:quarkus-amazon-dynamodb");
        }
        return PRODUCERS + (kind == Kind.DYNAMODB ? "DynamoDbLedgerProducer" : "InMemoryLedgerProducer");
    }

    /** The ledger's calls are bounded as those of the queues are. */
    @BuildStep(onlyIf = DynamoDbPresent.class)
    void boundedCalls(CombinedIndexBuildItem index, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        if (!isNeeded(index)) {
            return;
        }
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.dynamodb.api-call-timeout", "10S"));
        defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.dynamodb.api-call-attempt-timeout", "4S"));
    }
}
