package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.spi.EventCodec;
import io.quarkus.test.QuarkusUnitTest;

/** Which of two codecs of one type should serve cannot be guessed. */
class TwoCodecsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class, OwnCodecTest.Order.class,
            OwnCodecTest.OrderCodec.class)
            .assertException(failure -> assertThat(failure).isInstanceOf(DeploymentException.class)
                    .hasMessageContaining("Two beans are codecs of").hasMessageContaining("OrderCodec")
                    .hasMessageContaining("anotherCodec").hasMessageContaining("keep one"));

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        void onOrder(OwnCodecTest.Order order) {
        }

        @Produces
        @Singleton
        EventCodec<OwnCodecTest.Order> anotherCodec() {
            return new OwnCodecTest.OrderCodec();
        }
    }

    @Test
    void areRefused() {
        Assertions.fail("the build should have refused");
    }
}
