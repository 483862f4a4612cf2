package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.DeadLetters;
import dev.punctual.OnEvent;
import io.quarkus.test.QuarkusUnitTest;

class DeadLettersOfSeveralSourcesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class);

    @ApplicationScoped
    static class Orders {

        @OnEvent(stream = "orders")
        void onOrder(byte[] order) {
        }

        @OnEvent(queue = "payments")
        void onPayment(byte[] payment) {
        }
    }

    @Inject
    Instance<DeadLetters> letters;

    @Test
    void sendsOneToTheInterfaceThatNamesTheSource() {
        assertThatThrownBy(() -> letters.get()).hasStackTraceContaining("Inject DeadLetterQueues")
                .hasStackTraceContaining("orders, payments");
    }
}
