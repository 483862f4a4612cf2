package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.junit.jupiter.api.Test;

import dev.punctual.runtime.config.PunctualBuildConfig.Kind;
import io.quarkus.runtime.LaunchMode;

class LedgerKindTest {

    @Test
    void isDynamoDbInADeployedApplicationAndMemoryElsewhere() {
        assertThat(LedgerProcessor.producer(Optional.empty(), LaunchMode.NORMAL, true)).endsWith(".DynamoDbLedgerProducer");
        assertThat(LedgerProcessor.producer(Optional.empty(), LaunchMode.DEVELOPMENT, true))
                .endsWith(".InMemoryLedgerProducer");
        assertThat(LedgerProcessor.producer(Optional.empty(), LaunchMode.TEST, false)).endsWith(".InMemoryLedgerProducer");
    }

    @Test
    void isDynamoDbWhereThatIsAskedFor() {
        assertThat(LedgerProcessor.producer(Optional.of(Kind.DYNAMODB), LaunchMode.TEST, true))
                .endsWith(".DynamoDbLedgerProducer");
    }

    @Test
    void refusesMemoryInADeployedApplication() {
        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> LedgerProcessor.producer(Optional.of(Kind.MEMORY), LaunchMode.NORMAL, true))
                .withMessageStartingWith("quarkus.punctual.ledger.kind is 'memory': each process of a deployed application");
    }

    @Test
    void namesTheDependencyThatIsMissing() {
        assertThatExceptionOfType(DeploymentException.class)
                .isThrownBy(() -> LedgerProcessor.producer(Optional.empty(), LaunchMode.NORMAL, false))
                .withMessage("@Idempotent keeps outcomes in DynamoDB, and quarkus-amazon-dynamodb is not on the class path; add"
                        + " the dependency io.quarkiverse.amazonservices:quarkus-amazon-dynamodb");
    }
}
