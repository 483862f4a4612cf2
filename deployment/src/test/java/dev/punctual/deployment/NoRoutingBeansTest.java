package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.DeadLetterQueues;
import dev.punctual.OnEvent;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.EngineSettings;
import dev.punctual.spi.EnvelopeReader;
import io.quarkus.arc.Arc;
import io.quarkus.test.QuarkusUnitTest;

/** A function does not pay for what only tests use. */
class NoRoutingBeansTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class);

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        void onOrder(byte[] order) {
        }
    }

    @Test
    void leavesOutBeansThatNobodyInjects() {
        assertThat(Arc.container().select(EventRouter.class).isUnsatisfied()).isTrue();
        assertThat(Arc.container().select(EngineSettings.class).isUnsatisfied()).isTrue();
        assertThat(Arc.container().select(EnvelopeReader.class).isUnsatisfied()).isTrue();
        assertThat(Arc.container().select(DeadLetterQueues.class).isUnsatisfied()).isTrue();
    }
}
