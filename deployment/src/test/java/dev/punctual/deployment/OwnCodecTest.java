package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;
import io.quarkus.test.QuarkusUnitTest;

/** A bean of the application reads a payload type. */
class OwnCodecTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class, Order.class, OrderCodec.class);

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        void onOrder(Order order) {
        }
    }

    @Singleton
    static class OrderCodec implements EventCodec<Order> {
        @Override
        public Order decode(byte[] payload) throws UndecodableException {
            if (payload.length == 0) {
                throw new UndecodableException("an order has an id");
            }
            return new Order(new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public byte[] encode(Order order) {
            return order.id().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String contentType() {
            return "text/plain";
        }
    }

    @Inject
    EventRouter router;

    @Test
    void comesBeforeTheBuildsOwnChoice() throws UndecodableException {
        assertThat(router.route("Orders.onOrder").orElseThrow().decoder().decode("o-1".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Order("o-1"));
    }
}
