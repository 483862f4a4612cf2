package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.runtime.EventFunction;
import dev.punctual.spi.OutcomeLedger;
import io.quarkus.test.QuarkusUnitTest;

class NoLedgerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class)
            .overrideConfigKey("quarkus.punctual.ledger.kind", "dynamodb");

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        void onOrder(byte[] order) {
        }
    }

    @Inject
    EventFunction function;

    @Inject
    Instance<OutcomeLedger> ledger;

    @Test
    void anApplicationWithoutIdempotentHandlersHasNoneAndStartsWithout() {
        assertThat(function).isNotNull();
        assertThat(ledger.isUnsatisfied()).isTrue();
    }
}
