package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.DeploymentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import io.quarkus.test.QuarkusUnitTest;

class RedactionRefusedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class)
            .overrideConfigKey("quarkus.punctual.dead-letters.redact[0]", "[0-9]{13,16}")
            .overrideConfigKey("quarkus.punctual.dead-letters.redact[1]", "order (.+")
            .assertException(failure -> {
                assertThat(failure).isInstanceOf(DeploymentException.class);
                assertThat(failure).hasMessage("quarkus.punctual.dead-letters.redact: 'order (.+' is not a regular expression:"
                        + " Unclosed group at character 10; mend it, with '\\,' for a comma within it, or remove it");
            });

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        void onOrder(byte[] order) {
        }
    }

    @Test
    void refusesWhatIsNoRegularExpression() {
        fail(QuarkusUnitTest.THE_BUILD_WAS_EXPECTED_TO_FAIL);
    }
}
