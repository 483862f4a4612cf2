package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.spi.InMemoryLedger;
import dev.punctual.spi.OutcomeLedger;
import io.quarkus.test.QuarkusUnitTest;

class InMemoryLedgerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class);

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        @Idempotent
        void onOrder(byte[] order) {
        }
    }

    @Inject
    OutcomeLedger ledger;

    @Test
    void isTheLedgerOfATestThatConfiguresNothing() {
        assertThat(ledger).isInstanceOf(InMemoryLedger.class);
        assertThat(ledger.read(List.of("nothing"))).isEmpty();
    }
}
